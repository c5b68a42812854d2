using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Tests.Mentions.Sources;
using Crisis.Core.Tests.Mentions.Sources.Bluesky;
using Crisis.Core.Tests.Mentions.Sources.Feed;
using Crisis.Core.Tests.Mentions.Sources.Graph;
using Crisis.Core.Tests.Mentions.Sources.Mastodon;
using Crisis.Core.Tests.Mentions.Sources.Reddit;
using Crisis.Core.Tests.Mentions.Sources.Reviews;
using Crisis.Core.Tests.Mentions.Sources.X;
using Crisis.Core.Tests.Mentions.Sources.YouTube;
using Crisis.Core.Watching;
using Crisis.Local.Commands;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Mentions;

/// <summary>What is wrong with a source is said on the board and by <c>crisis check --online</c>: what happened, and whose turn it is.</summary>
public sealed class SourceTroubleSpecs
{
    private static readonly Dictionary<string, (Func<FakeTimeProvider, NetworkServer> Server, (string, string)[] Fields)> Networks = new()
    {
        ["feed"] = (c => new FeedServer(c), [("url", "https://haber.example/rss")]),
        ["mastodon"] = (c => new MastodonServer(c), [("server", "https://sosyal.example"), ("token", "secret:token")]),
        ["bluesky"] = (c => new BlueskyServer(c), [("handle", BlueskyServer.Brand), ("password", "secret:token")]),
        ["reddit"] = (c => new RedditServer(c), [("clientId", "app"), ("clientSecret", "secret:token"), ("contact", "u/kuzeykargo")]),
        ["youtube"] = (c => new YouTubeServer(c), [("key", "secret:token")]),
        ["x"] = (c => new XServer(c), [("token", "secret:token")]),
        ["instagram"] = (c => new GraphServer(c, instagram: true), [("account", GraphServer.Account), ("token", "secret:token")]),
        ["facebook"] = (c => new GraphServer(c, instagram: false), [("account", GraphServer.Account), ("token", "secret:token")]),
        ["appstore"] = (c => new AppStoreServer(c), [("app", "123"), ("country", "tr")]),
        ["playstore"] = (c => new PlayStoreServer(c), [("app", "com.kuzey.kargo"), ("key", "secret:key")]),
    };

    public static TheoryData<string> Types() => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Source_IsRefusedOrOutOfReach_IsToldOnTheBoardAndByTheCheck(string type)
    {
        await using var pipeline = Pipeline(type);
        foreach (var (status, failure) in ((HttpStatusCode?, SourceFailure)[])
        [
            (HttpStatusCode.Unauthorized, SourceFailure.Credential), (HttpStatusCode.Forbidden, SourceFailure.Permission),
            (HttpStatusCode.NotFound, SourceFailure.Gone), (null, SourceFailure.Unavailable),
        ])
        {
            pipeline.Server.Refusal = status;
            pipeline.Server.Trouble = _ => status is null ? Trouble.Reset : null;
            await pipeline.RunAsync(65);

            var state = (await pipeline.Get<PullStates>().ListAsync("kuzey")).ShouldHaveSingleItem();
            state.Failure.ShouldBe(failure);
            var board = await pipeline.PageAsync("/");
            WebUtility.HtmlDecode(board).ShouldContain(state.Trouble!, customMessage: $"{type} {failure}: {state.Trouble}");

            var (troubles, said) = await CheckAsync(pipeline);
            troubles.ShouldBe(1);
            said.ShouldContain($"watches/kuzey.yaml: sources: {type}: ");
        }

        pipeline.Server.Refusal = null;
        pipeline.Server.Trouble = _ => null;
        await pipeline.RunAsync(130);
        (await pipeline.Get<PullStates>().ListAsync("kuzey")).ShouldHaveSingleItem().Failure.ShouldBeNull();
        var (none, works) = await CheckAsync(pipeline);
        (none, works.TrimEnd()).ShouldBe((0, $"watches/kuzey.yaml: sources: {type}: works."));
    }

    [Fact]
    public async Task OneListOfASource_LacksARight_IsToldOnTheBoardWhileTheOthersAreRead()
    {
        await using var pipeline = Pipeline("mastodon");
        ((MastodonServer)pipeline.Server).Forbidden.Add("/api/v1/notifications");
        pipeline.Server.Posts.Add(new Post(1, pipeline.Clock.GetUtcNow()));
        await pipeline.RunAsync(12);
        var state = (await pipeline.Get<PullStates>().ListAsync("kuzey")).ShouldHaveSingleItem();
        state.Failure.ShouldBeNull();
        state.Brought.ShouldBe(1);
        (await pipeline.PageAsync("/")).ShouldContain("notifications: ");
    }

    private static NetworkPipeline Pipeline(string type)
    {
        var (server, fields) = Networks[type];
        using var rsa = RSA.Create(2048);
        var key = JsonSerializer.Serialize(new { client_email = "crisis@kuzey.iam.gserviceaccount.com", private_key = rsa.ExportPkcs8PrivateKeyPem() });
        return new NetworkPipeline(server, new SourceSettings(type) { Fields = fields.ToDictionary(f => f.Item1, f => f.Item2) }, ("token", "right"), ("key", key)) { Rechecks = false };
    }

    private static async Task<(int Troubles, string Said)> CheckAsync(NetworkPipeline pipeline)
    {
        var said = new StringWriter();
        var factories = SourceCatalogue.Create(pipeline.Get<SourcePorts>());
        var config = await pipeline.Get<IConfigSource>().CurrentAsync();
        return (await new OnlineCheck(factories, said).RunAsync(config, CancellationToken.None), said.ToString());
    }
}

using System.Threading.Channels;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Mastodon;
using Crisis.Core.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Mastodon;

/// <summary>What Mastodon tells over its streams; the server speaks server-sent events as its documentation has them.</summary>
public sealed class MastodonListenerSpecs : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider clock = new(Start);
    private readonly MastodonServer server;
    private readonly Channel<SourcePage> told = Channel.CreateUnbounded<SourcePage>();
    private readonly CancellationTokenSource stop = new();
    private Task listening = Task.CompletedTask;

    public MastodonListenerSpecs() => server = new MastodonServer(clock);

    [Fact]
    public async Task Listen_PostWithTheHashtag_ComesAtOnceWithTheIdThatPullingGivesIt()
    {
        await ListenAsync();
        await server.TellAsync("hashtag?tag=kuzeykargo", "update", new Post(1, Start) { Text = "kötü #kuzeykargo" });
        (await NextAsync()).Mentions.ShouldHaveSingleItem().Id.ShouldBe(MastodonServer.IdOf(1) + "@sosyal.example");
    }

    [Fact]
    public async Task Listen_EditsDeletionsAndNotifications_AreToldAsWhatTheyAre()
    {
        await ListenAsync();
        await server.TellAsync("hashtag", "status.update", new Post(2, Start) { Text = "düzeltme #kuzeykargo" });
        (await NextAsync()).Updated.ShouldHaveSingleItem().Text.ShouldBe("düzeltme #kuzeykargo");
        await server.TellAsync("hashtag", "delete", MastodonServer.IdOf(2));
        (await NextAsync()).Deleted.ShouldBe([MastodonServer.IdOf(2) + "@sosyal.example"]);
        await server.TellAsync("user", "notification", new Post(3, Start) { Text = "@kuzeykargo neredesiniz" });
        (await NextAsync()).Mentions.ShouldHaveSingleItem().Text.ShouldBe("@kuzeykargo neredesiniz");
    }

    [Fact]
    public async Task Listen_HomeTimelineHostileAndUnknownEvents_AreLeftOut()
    {
        await ListenAsync();
        await server.TellAsync("user", "update", new Post(4, Start) { Text = "bugün hava güzel" });
        await server.TellAsync("user", "filters_changed", "undefined");
        await server.TellAsync("user", "update", "{ no json");
        await server.TellAsync("user", "update", new Post(5, Start) { Broken = true });
        await server.TellAsync("user", "announcement", """{"id":"1"}""");
        await server.TellAsync("user", "update", new Post(6, Start) { Text = "kuzey kargo geldi" });
        (await NextAsync()).Mentions.ShouldHaveSingleItem().Text.ShouldBe("kuzey kargo geldi");
    }

    [Fact]
    public async Task Listen_ConnectionBreaksOff_ConnectsAgainEverMoreSlowlyAndAtOnceAfterGoodNews()
    {
        await ListenAsync();
        var began = clock.GetUtcNow();
        for (var broken = 1; broken <= 5; broken++)
        {
            await server.HangUpAsync();
            await UntilAsync(() => server.Connections >= 2 * (broken + 1));
        }

        // Pauses of 2, 4, 8, 16 and 32 seconds, on both connections.
        (clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(62));
        server.Connections.ShouldBe(12);
        await server.TellAsync("hashtag", "update", new Post(7, Start) { Text = "#kuzeykargo yine" });
        (await NextAsync()).Mentions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Listen_ServerFallsSilent_IsTakenForDeadAndAskedAgain()
    {
        await ListenAsync();
        await UntilAsync(() => server.Connections > 2);
        clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(Start + TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Listen_WhatIsMissedWhileBroken_IsPulledAndWhatCameBothWaysIsOneMention()
    {
        await ListenAsync();
        server.Posts.Add(new Post(1, Start) { Text = "bir #kuzeykargo" });
        await server.TellAsync("hashtag", "update", server.Posts[0]);
        var streamed = (await NextAsync()).Mentions.Single();
        await server.HangUpAsync();
        server.Posts.Add(new Post(2, Start.AddSeconds(1)) { Text = "iki #kuzeykargo" });

        var pulls = new Pulls(() => new MastodonSourceFactory(Ports()).Create(Watch, Settings()), clock, Start.AddHours(-1));
        await pulls.RoundAsync();
        pulls.Ids.ShouldBe([MastodonServer.IdOf(1) + "@sosyal.example", MastodonServer.IdOf(2) + "@sosyal.example"], ignoreOrder: true);
        pulls.Mentions.ShouldContain(streamed);
    }

    [Fact]
    public void Listens_WithoutATokenOrSwitchedOff_Not()
    {
        Listener(Settings()).Listens.ShouldBeTrue();
        Listener(Settings(("stream", "false"))).Listens.ShouldBeFalse();
        Listener(Settings(("token", ""))).Listens.ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await server.HangUpAsync();
        await listening;
        stop.Dispose();
    }

    private static Watch Watch => new()
    {
        Id = "kuzey",
        Name = "Kuzey Kargo",
        Terms = ["kuzey kargo", "#kuzeykargo"],
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["mastodon"] = ["@kuzeykargo@sosyal.example"] },
    };

    private static SourceSettings Settings(params (string Field, string Value)[] changes)
    {
        var fields = new Dictionary<string, string> { ["server"] = "https://sosyal.example", ["token"] = "secret:token" };
        foreach (var (field, value) in changes) fields[field] = value;
        return new SourceSettings("mastodon") { Fields = fields };
    }

    private SourcePorts Ports() => new(new HttpMessageInvoker(server, disposeHandler: false), new Secrets(("token", "right")), new StoredQuotaLedger(new RowsInMemory(), clock), clock);

    private IMentionListener Listener(SourceSettings settings) => (IMentionListener)new MastodonSourceFactory(Ports()).Create(Watch, settings);

    private async Task ListenAsync()
    {
        listening = Listener(Settings()).ListenAsync(async (page, token) => await told.Writer.WriteAsync(page, token), stop.Token);
        await UntilAsync(() => server.Connections == 2, advance: false);
    }

    private async Task<SourcePage> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await told.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Lets the time pass, a second a step, until something has happened on the other side.</summary>
    private async Task UntilAsync(Func<bool> happened, bool advance = true)
    {
        for (var step = 0; step < 100_000 && !happened(); step++)
        {
            for (var turn = 0; turn < 50 && !happened(); turn++) await Task.Yield();
            if (advance && !happened()) clock.Advance(TimeSpan.FromSeconds(1));
        }

        happened().ShouldBeTrue();
    }
}

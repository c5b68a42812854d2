using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.YouTube;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.YouTube;

public sealed class YouTubeSpecs : LookupContract
{
    public YouTubeSpecs() => Server = new YouTubeServer(Clock);

    private YouTubeServer YouTube => (YouTubeServer)Server;

    protected override SourceSettings Settings => new("youtube") { Fields = new Dictionary<string, string> { ["key"] = "secret:token" } };

    protected override Watch Watch => base.Watch with
    {
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["youtube"] = ["@kuzeykargo"] },
    };

    protected override ISourceFactory Factory(SourcePorts ports) => new YouTubeSourceFactory(ports);

    protected override string IdOf(Post post) => YouTubeServer.IdOf(post.Number);

    [Fact]
    public async Task Pull_VideosRepliesAndOwnAnswers_AreLinked()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-4)) { Author = "gezgin", Text = "Kuzey Kargo'yu denedim" });
        YouTube.Videos.Add(1);
        Server.Posts.Add(new Post(2, Start.AddHours(-3)) { Text = "paketim nerede", Likes = 4 });
        Server.Posts.Add(new Post(3, Start.AddHours(-2)) { Author = "kuzeykargo", Text = "Hemen bakıyoruz", ReplyTo = 2 });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions.Count.ShouldBe(3);
        mentions[0].ShouldSatisfyAllConditions(m => m.Id.ShouldBe("vid00000001"), m => m.Text.ShouldBe("Kuzey Kargo'yu denedim"));
        mentions[1].ShouldSatisfyAllConditions(m => m.ReplyTo.ShouldBe("vid00000001"), m => m.Engagement.ShouldBe(new Engagement(4, 0, 2)));
        mentions[2].ShouldSatisfyAllConditions(m => m.ReplyTo.ShouldBe(mentions[1].Id), m => m.Own.ShouldBeTrue());
    }

    [Fact]
    public async Task Pull_NewReplyInAKnownThread_IsFound()
    {
        Publish(5);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromMinutes(3));
        Server.Posts.Add(new Post(99, Clock.GetUtcNow()) { ReplyTo = 5 });
        await pulls.RoundAsync();
        pulls.Ids.ShouldBe([YouTubeServer.IdOf(99)]);
    }

    [Theory]
    [InlineData("keyExpired", SourceFailure.Credential)]
    [InlineData("accessNotConfigured", SourceFailure.Permission)]
    public async Task Probe_KeyOrProjectWrong_SaysWhoseTurnItIs(string reason, SourceFailure failure)
    {
        YouTube.Reason = reason;
        (await ((ISourceProbe)Source()).ProbeAsync()).ShouldNotBeEmpty();
        if (failure == SourceFailure.Credential)
            (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task Pull_UnitsOfTheDayUsedUp_WaitsForMidnightPacific()
    {
        YouTube.Reason = "quotaExceeded";
        var failure = await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start));
        failure.Failure.ShouldBe(SourceFailure.Throttled);
        (Start + failure.RetryAfter!.Value).ShouldBe(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero));
        var page = await Source().PullAsync(null, Start);
        page.NotBefore.ShouldBe(Start + failure.RetryAfter);
        Server.Requests.ShouldBe(1);
    }
}

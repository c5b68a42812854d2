using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Bluesky;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Bluesky;

public sealed class BlueskySpecs : LookupContract
{
    private SourcePorts? shared;

    public BlueskySpecs() => Server = new BlueskyServer(Clock);

    private BlueskyServer Bluesky => (BlueskyServer)Server;

    protected override SourceSettings Settings => new("bluesky")
    {
        Fields = new Dictionary<string, string> { ["handle"] = BlueskyServer.Brand, ["password"] = "secret:token" },
    };

    protected override Watch Watch => base.Watch with
    {
        Exclude = ["kuzey kutbu"],
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["bluesky"] = ["@" + BlueskyServer.Brand] },
    };

    protected override ISourceFactory Factory(SourcePorts ports) => new BlueskySourceFactory(shared ??= ports);

    protected override void Restart() => shared = null;

    protected override string IdOf(Post post) => BlueskyServer.IdOf(post.Number);

    [Fact]
    public async Task Pull_OwnPostsRepliesAndQuotes_AreLinked()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-3)) { Author = BlueskyServer.Brand, Text = "Kampanyamız başladı" });
        Server.Posts.Add(new Post(2, Start.AddHours(-2)) { Text = "rezalet", ReplyTo = 1, Likes = 5 });
        Server.Posts.Add(new Post(3, Start.AddHours(-1)) { Text = "şuna bakın", QuoteOf = 1 });
        Server.Posts.Add(new Post(4, Start.AddMinutes(-5)) { Text = "kuzey kargo değil kuzey kutbu" });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions.Count.ShouldBe(3);
        mentions[0].Own.ShouldBeTrue();
        mentions[0].Url.ShouldStartWith("https://bsky.app/profile/kuzeykargo.example/post/3k");
        mentions[1].ReplyTo.ShouldBe(mentions[0].Id);
        mentions[1].Author.Verified.ShouldBeTrue();
        mentions[1].Language.ShouldBe("tr");
        mentions[2].QuoteOf.ShouldBe(mentions[0].Id);
    }

    [Fact]
    public async Task Pull_SessionExpires_SignsInAgainAndLosesNothing()
    {
        var posts = Publish(500);
        var pulls = Pull();
        pulls.AfterPage = page => { if (page % 2 == 0) Bluesky.ExpireSessions(); };
        await pulls.RoundAsync();
        pulls.ShouldGive(posts.Select(IdOf));
        pulls.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pull_ManyRounds_SignInOnceInNinetyMinutes()
    {
        var pulls = Pull();
        for (var i = 0; i < 60; i++)
        {
            await pulls.RoundAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Bluesky.SignIns.ShouldBe(1);
    }

    [Fact]
    public async Task Pull_CursorTooDeep_GoesOnByTimeAndLosesNothing()
    {
        Bluesky.DeepestOffset = 250;
        var posts = Publish(900);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.ShouldGive(posts.Select(IdOf));
    }

    [Fact]
    public async Task Pull_AppPasswordRevoked_FailsAsCredential()
    {
        Server.Credential = "another";
        (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(SourceFailure.Credential);
    }

    [Fact]
    public async Task Pull_BackdatedPost_DoesNotEndTheWalk()
    {
        Publish(250);
        Server.Posts[200] = Server.Posts[200] with { Broken = true };
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(249);
    }

    [Fact]
    public void Check_HandleWithoutPassword_IsRefused() =>
        Factory(Ports()).Check(new SourceSettings("bluesky") { Fields = new Dictionary<string, string> { ["handle"] = "a.example" } }).ShouldHaveSingleItem().What.ShouldContain("password");
}

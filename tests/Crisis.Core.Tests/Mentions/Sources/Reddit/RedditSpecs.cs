using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Reddit;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Reddit;

public sealed class RedditSpecs : LookupContract
{
    private SourcePorts? shared;

    public RedditSpecs() => Server = new RedditServer(Clock);

    protected override int Shows => RedditServer.Shown;

    protected override SourceSettings Settings => new("reddit")
    {
        Fields = new Dictionary<string, string> { ["clientId"] = "app", ["clientSecret"] = "secret:token", ["contact"] = "u/kuzeykargo", ["subreddits"] = "r/Turkey" },
    };

    protected override Watch Watch => base.Watch with
    {
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["reddit"] = ["u/kuzeykargo"] },
    };

    protected override ISourceFactory Factory(SourcePorts ports) => new RedditSourceFactory(shared ??= ports);

    protected override void Restart() => shared = null;

    protected override string IdOf(Post post) => RedditServer.IdOf(post);

    [Fact]
    public async Task Pull_OwnPostsCommentsAndCrossposts_AreLinkedAndOffTopicLeftOut()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-3)) { Author = "kuzeykargo", Text = "Duyuru" });
        Server.Posts.Add(new Post(2, Start.AddHours(-2)) { Text = "Kuzey Kargo rezalet", ReplyTo = 1 });
        Server.Posts.Add(new Post(3, Start.AddHours(-1)) { Text = "hava güzel", ReplyTo = 1 });
        Server.Posts.Add(new Post(4, Start.AddMinutes(-9)) { Text = "kuzey kargo yine", QuoteOf = 1 });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions.Select(m => m.Id).ShouldBe(["t3_1", "t1_2", "t3_4"]);
        mentions[0].Own.ShouldBeTrue();
        mentions[1].ReplyTo.ShouldBe("t3_1");
        mentions[2].QuoteOf.ShouldBe("t3_1");
        mentions[2].Url.ShouldBe("https://www.reddit.com/r/Turkey/comments/4/");
    }

    [Fact]
    public async Task Pull_AnyRequest_NamesTheAppAsRedditWantsIt()
    {
        await Pull().RoundAsync();
        ((RedditServer)Server).Agents.ShouldAllBe(a => a.Contains(":crisis-serverless:v1.0 (by /u/kuzeykargo)"));
    }

    [Fact]
    public async Task Pull_SubredditTurnedPrivate_IsAFaultAndTheOtherListsAreRead()
    {
        Publish(10);
        ((RedditServer)Server).Private.Add("Turkey");
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(10);
        pulls.Pages.SelectMany(p => p.Faults).Select(f => f.Where).ShouldBe(["posts in 'Turkey'", "comments in 'Turkey'"]);
    }

    [Fact]
    public async Task Pull_AppSecretWrong_FailsAsCredential()
    {
        Server.Credential = "another";
        (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(SourceFailure.Credential);
    }
}

using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Graph;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Graph;

public sealed class InstagramSpecs : GraphLookupSpecs
{
    public InstagramSpecs() => Server = new GraphServer(Clock, instagram: true);

    protected override SourceSettings Settings => new("instagram") { Fields = new Dictionary<string, string> { ["account"] = GraphServer.Account, ["token"] = "secret:token" } };

    protected override Watch Watch => base.Watch with { Accounts = new Dictionary<string, IReadOnlyList<string>> { ["instagram"] = ["@kuzeykargo"] } };

    protected override ISourceFactory Factory(SourcePorts ports) => new GraphSourceFactory(ports, instagram: true);

    protected override string IdOf(Post post) => GraphServer.IdOf(post.Number);

    [Fact]
    public async Task Pull_CommentsAndOwnAnswers_AreLinked()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-3)) { Text = "paketim nerede", Likes = 2 });
        Server.Posts.Add(new Post(2, Start.AddHours(-2)) { Author = "kuzeykargo", Text = "Bakıyoruz", ReplyTo = 1 });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions.Count.ShouldBe(2);
        mentions[0].ReplyTo.ShouldBe(Graph.PostId);
        mentions[1].ShouldSatisfyAllConditions(m => m.ReplyTo.ShouldBe(mentions[0].Id), m => m.Own.ShouldBeTrue());
    }

    [Theory]
    [InlineData(190, SourceFailure.Credential)]
    [InlineData(4, SourceFailure.Throttled)]
    [InlineData(2, SourceFailure.Unavailable)]
    public async Task Pull_ErrorByCode_SaysWhoseTurnItIs(int code, SourceFailure failure)
    {
        Graph.Code = code;
        (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task Pull_PermissionMissing_IsAFaultThatNamesIt()
    {
        Graph.Code = 10;
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Pages.SelectMany(p => p.Faults).ShouldContain(f => f.What.Contains("instagram_manage_comments"));
        (await ((ISourceProbe)Source()).ProbeAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Pull_UsageHeaderSaysFull_LeavesTheAccountAloneAsLongAsItSays()
    {
        Graph.Used = 100;
        _ = await Source().PullAsync(null, Start);
        var asked = Server.Requests;
        var page = await Source().PullAsync(null, Start);
        Server.Requests.ShouldBe(asked);
        page.NotBefore.ShouldBe(Start.AddMinutes(42));
    }

    [Fact]
    public async Task Refresh_Media_IsThereAndLeftAsItIs()
    {
        var page = await ((IMentionRefresh)Source()).RefreshAsync([Graph.PostId]);
        (page.Updated.Count, page.Deleted.Count).ShouldBe((0, 0));
        Graph.Hidden.Add(Graph.PostId);
        (await ((IMentionRefresh)Source()).RefreshAsync([Graph.PostId])).Deleted.ShouldBe([Graph.PostId]);
    }

    [Fact]
    public void Check_AccountByName_AsksForItsNumber() =>
        Factory(Ports()).Check(Settings with { Fields = new Dictionary<string, string> { ["account"] = "kuzeykargo", ["token"] = "secret:token" } }).ShouldHaveSingleItem().What.ShouldBe("is no number");
}

public sealed class FacebookSpecs : GraphLookupSpecs
{
    public FacebookSpecs() => Server = new GraphServer(Clock, instagram: false);

    protected override SourceSettings Settings => new("facebook") { Fields = new Dictionary<string, string> { ["account"] = GraphServer.Account, ["token"] = "secret:token" } };

    protected override ISourceFactory Factory(SourcePorts ports) => new GraphSourceFactory(ports, instagram: false);

    protected override string IdOf(Post post) => GraphServer.IdOf(post.Number);

    [Fact]
    public async Task Pull_CommentsOfAllLevels_AreLinked()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-3)) { Text = "paketim nerede" });
        Server.Posts.Add(new Post(2, Start.AddHours(-2)) { Author = "kuzeykargo", Text = "Bakıyoruz", ReplyTo = 1 });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions[0].ReplyTo.ShouldBe(Graph.PostId);
        mentions[1].ShouldSatisfyAllConditions(m => m.ReplyTo.ShouldBe(mentions[0].Id), m => m.Own.ShouldBeTrue());
    }

    [Fact]
    public async Task Refresh_OwnPost_IsReadAsAPost()
    {
        var post = (await ((IMentionRefresh)Source()).RefreshAsync([Graph.PostId])).Updated.ShouldHaveSingleItem();
        (post.Own, post.Text).ShouldBe((true, "Kampanya"));
    }
}

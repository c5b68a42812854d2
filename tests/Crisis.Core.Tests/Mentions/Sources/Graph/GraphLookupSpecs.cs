using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Graph;

namespace Crisis.Core.Tests.Mentions.Sources.Graph;

/// <summary>Asking Meta again by id: one error stands for what is gone, what is hidden and what was never there.</summary>
public abstract class GraphLookupSpecs : LookupContract
{
    protected GraphServer Graph => (GraphServer)Server;

    private IMentionRefresh Refresh => (IMentionRefresh)Source();

    [Fact]
    public async Task Refresh_ManyOfThemGone_IsOneRequest()
    {
        var posts = Publish(25);
        Server.Posts.RemoveAll(p => p.Number % 2 == 0);
        var page = await Refresh.RefreshAsync([.. posts.Select(IdOf)]);
        Server.Requests.ShouldBe(1);
        Graph.Calls.ShouldBe(26);
        page.Updated.Select(m => m.Id).ShouldBe(posts.Where(p => p.Number % 2 == 1).Select(IdOf));
        page.Deleted.ShouldBe(posts.Where(p => p.Number % 2 == 0).Select(IdOf));
    }

    [Fact]
    public async Task Refresh_AccountIsNoLongerSeen_TakesNothingForDeleted()
    {
        var posts = Publish(3);
        Graph.Hidden.UnionWith(posts.Select(IdOf).Append(GraphServer.Account));
        var told = await Should.ThrowAsync<SourceException>(async () => await Refresh.RefreshAsync([.. posts.Select(IdOf)]));
        told.Failure.ShouldBe(SourceFailure.Gone);
        told.Message.ShouldContain("'account'");
    }

    [Fact]
    public async Task Refresh_OneRunsOutOfTimeAndOneIsRefused_SaysNothingOfThem()
    {
        var posts = Publish(4);
        Graph.Slow.Add(IdOf(posts[0]));
        Graph.Refused[IdOf(posts[1])] = 10;
        Server.Posts.RemoveAll(p => p.Number == posts[2].Number);
        var page = await Refresh.RefreshAsync([.. posts.Select(IdOf)]);
        page.Updated.Select(m => m.Id).ShouldBe([IdOf(posts[3])]);
        page.Deleted.ShouldBe([IdOf(posts[2])]);
    }

    [Fact]
    public async Task Refresh_AccountRunsOutOfTime_IsTrouble()
    {
        var posts = Publish(1);
        Graph.Slow.Add(GraphServer.Account);
        (await Should.ThrowAsync<SourceException>(async () => await Refresh.RefreshAsync([IdOf(posts[0])]))).Failure.ShouldBe(SourceFailure.Unavailable);
    }

    [Theory]
    [InlineData(190, SourceFailure.Credential)]
    [InlineData(32, SourceFailure.Throttled)]
    public async Task Refresh_ACallIsRefusedForAllOfThem_StopsAsAWhole(int code, SourceFailure failure)
    {
        var posts = Publish(2);
        Graph.Refused[IdOf(posts[1])] = code;
        (await Should.ThrowAsync<SourceException>(async () => await Refresh.RefreshAsync([.. posts.Select(IdOf)]))).Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task Refresh_TextNowHasAnExcludedTerm_IsNotTakenForDeleted()
    {
        var posts = Publish(1);
        Server.Posts[0] = posts[0] with { Text = "kuzey kutbu" };
        var page = await ((IMentionRefresh)Source(Watch with { Exclude = ["kuzey kutbu"] })).RefreshAsync([IdOf(posts[0])]);
        (page.Updated.Count, page.Deleted.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Pull_AskingAgain_LeavesThePullsTheirCalls()
    {
        Publish(40, TimeSpan.FromMinutes(1));
        var pulls = Pull();
        for (var round = 0; round < 288; round++)
        {
            await pulls.RoundAsync();
            Clock.Advance(TimeSpan.FromMinutes(5));
        }

        pulls.Failures.ShouldBeEmpty();
        // Three lists in each of the 288 rounds, and by the hour what asking again may take of the day's calls.
        Graph.Calls.ShouldBeInRange(3 * 288, (3 * 288) + (24 * GraphNetwork.LookupCallsAnHour));
        Server.Asked.Count(asked => asked == "/v25.0/").ShouldBeGreaterThan(20);
    }
}

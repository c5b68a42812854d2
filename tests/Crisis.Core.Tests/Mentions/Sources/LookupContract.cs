using Crisis.Core.Mentions.Sources;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>What a source holds to whose network can be asked for posts by their ids.</summary>
public abstract class LookupContract : SourceContract
{
    [Fact]
    public async Task Pull_PostDeletedOnTheNetwork_IsToldAsDeleted()
    {
        var posts = Publish(12);
        var pulls = Pull();
        await pulls.RoundAsync();
        Server.Posts.RemoveAll(p => p.Number == posts[4].Number);
        await RoundsUntil(pulls, () => pulls.Deleted.Count > 0);
        pulls.Deleted.ShouldBe([IdOf(posts[4])]);
    }

    [Fact]
    public async Task Pull_PostEditedOrLiked_IsToldAsUpdatedAndNotAsNew()
    {
        var posts = Publish(12);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Server.Posts[5] = Server.Posts[5] with { Text = "kuzey kargo düzeltme", Likes = 900, EditedAt = Clock.GetUtcNow() };
        await RoundsUntil(pulls, () => pulls.Updated.Count > 0);
        pulls.Ids.ShouldBeEmpty();
        pulls.Updated.ShouldNotBeEmpty();
        pulls.Updated.ShouldAllBe(m => m.Id == IdOf(posts[5]) && m.Text.Contains("düzeltme"));
    }

    [Fact]
    public async Task Refresh_SomeGone_TellsWhichAreThereAndWhichNot()
    {
        var posts = Publish(6);
        Server.Posts.RemoveAll(p => p.Number is 2 or 5);
        var source = (IMentionRefresh)Source();
        List<string> there = [], deleted = [];
        foreach (var ids in posts.Select(IdOf).Chunk(source.LookupSize))
        {
            var page = await source.RefreshAsync(ids);
            there.AddRange(page.Updated.Select(m => m.Id));
            deleted.AddRange(page.Deleted);
        }

        there.ShouldBe(posts.Where(p => p.Number is not (2 or 5)).Select(IdOf), ignoreOrder: true);
        deleted.ShouldBe([IdOf(posts[1]), IdOf(posts[4])]);
    }

    [Fact]
    public async Task Refresh_CalledTooOften_WaitsForTheSharedBudget()
    {
        Publish(2);
        Server.Trouble = n => n == 1 ? Trouble.Throttled : null;
        await Should.ThrowAsync<Crisis.Core.Mentions.SourceException>(async () => await ((IMentionRefresh)Source()).RefreshAsync([IdOf(Server.Posts[0])]));
        var asked = Server.Requests;
        var again = await Should.ThrowAsync<Crisis.Core.Mentions.SourceException>(async () => await ((IMentionRefresh)Source()).RefreshAsync([IdOf(Server.Posts[0])]));
        again.Failure.ShouldBe(Crisis.Core.Mentions.SourceFailure.Throttled);
        Server.Requests.ShouldBe(asked);
    }
}

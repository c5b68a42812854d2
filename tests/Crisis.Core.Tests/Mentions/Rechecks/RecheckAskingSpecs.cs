using System.Globalization;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Rechecks;
using Crisis.Core.Mentions.Sources;

namespace Crisis.Core.Tests.Mentions.Rechecks;

public sealed class RecheckAskingSpecs
{
    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    [InlineData(50, false)]
    public async Task Answer_ThatKnowsNoneOfTwentyOrMore_DeletesNone(int asked, bool deletes)
    {
        var ids = Ids(asked);
        var answer = await new RecheckAsking([new Listed(100)]).AskAsync(ids, default);
        answer.Gone.ShouldBe(deletes ? ids : []);
        // They count as not asked for: the next walk asks again.
        answer.Asked.ShouldBe(answer.Gone);
    }

    [Fact]
    public async Task Answer_ThatKnowsOneOfFifty_DeletesTheOthers()
    {
        var ids = Ids(50);
        var answer = await new RecheckAsking([new Listed(100, ids[7])]).AskAsync(ids, default);
        answer.There.ShouldHaveSingleItem().Id.ShouldBe(ids[7]);
        answer.Gone.ShouldBe(ids.Except([ids[7]]));
    }

    [Fact]
    public async Task Source_WhoseAnswerIsDoubted_IsAskedForNoMoreInThisWalk()
    {
        var source = new Listed(25);
        var answer = await new RecheckAsking([source]).AskAsync(Ids(75), default);
        source.Requests.ShouldBe(1);
        answer.Gone.ShouldBeEmpty();
    }

    [Fact]
    public async Task Source_ThatSaysNothingOfSome_DeletesNoneOfThem()
    {
        var ids = Ids(3);
        var answer = await new RecheckAsking([new Listed(100, ids[0]) { Unread = [ids[1]] }]).AskAsync(ids, default);
        answer.Gone.ShouldBe([ids[2]]);
        answer.Asked.ShouldBe([ids[0], ids[2]]);
    }

    [Fact]
    public async Task Mention_OfTwoSources_IsGoneOnlyWhenBothSaySo()
    {
        var ids = Ids(3);
        var answer = await new RecheckAsking([new Listed(100, ids[0]), new Listed(100, ids[1])]).AskAsync(ids, default);
        answer.There.Select(m => m.Id).ShouldBe([ids[0], ids[1]]);
        answer.Gone.ShouldBe([ids[2]]);
        (await new RecheckAsking([new Listed(100), new Listed(100) { Down = true }]).AskAsync(ids, default)).Gone.ShouldBeEmpty();
    }

    [Fact]
    public async Task Source_InTrouble_SaysNothingOfDeletion()
    {
        var source = new Listed(1) { Down = true };
        var answer = await new RecheckAsking([source]).AskAsync(Ids(5), default);
        (answer.Asked.Count, answer.Gone.Count, source.Requests).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task Walk_OverMany_AsksOneSourceTenTimesAtMost()
    {
        var ids = Ids(60);
        var source = new Listed(5, [.. ids]);
        (await new RecheckAsking([source]).AskAsync(ids, default)).Asked.Count.ShouldBe(50);
        source.Requests.ShouldBe(10);
    }

    private static List<string> Ids(int count) => [.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>A source that has these posts.</summary>
    private sealed class Listed(int size, params string[] has) : IMentionRefresh
    {
        public bool Down { get; init; }

        public string[] Unread { get; init; } = [];

        public int Requests { get; private set; }

        public int LookupSize => size;

        public TimeSpan LookupEvery => TimeSpan.Zero;

        public bool Knows(string id) => true;

        public ValueTask<SourcePage> RefreshAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default)
        {
            Requests++;
            if (Down) throw new SourceException(SourceFailure.Unavailable, "down");
            return new(new SourcePage([], null)
            {
                Updated = [.. ids.Where(has.Contains).Select(id => new Mention { Source = "x", Id = id, Text = "t", CreatedAt = DateTimeOffset.UnixEpoch })],
                Deleted = [.. ids.Where(id => !has.Contains(id) && !Unread.Contains(id))],
            });
        }
    }
}

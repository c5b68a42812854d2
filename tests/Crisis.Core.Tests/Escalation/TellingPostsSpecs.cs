using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Sentiment;
using Crisis.Core.Tests.Notices;

namespace Crisis.Core.Tests.Escalation;

/// <summary>Three posts have to do for somebody who was just woken.</summary>
public sealed class TellingPostsSpecs
{
    [Fact]
    public void Posts_OfSeveralFindings_ShowEachByItsOwn_InTurnWithTheLoudest()
    {
        var state = With(
            [Signal("complaint-wave", 2, Post("refund"), Post("refund again")), Signal("severe-word", 1, Post("poisoned"))],
            loud: [Post("heard by many"), Post("heard by few")]);
        Ids(TellingPosts.Of(state, 4)).ShouldBe(["poisoned", "heard by many", "refund", "heard by few"]);
    }

    [Fact]
    public void Posts_OfTheFindingThatMadeTheKind_ComeFirst()
    {
        var state = With([Signal("surge", 1, Post("what is going on")), Signal("post-backlash", 2, Post("the brand's own joke")) with { Kind = CrisisKind.MistakenPost }], loud: []);
        Ids(TellingPosts.Of(state with { Kind = CrisisKind.MistakenPost }, 1)).ShouldBe(["the brand's own joke"]);
        Ids(TellingPosts.Of(state, 1)).ShouldBe(["what is going on"]);
    }

    [Fact]
    public void Posts_ThatSayTheSame_AreShownOnce()
    {
        var state = With([Signal("surge", 2, Post("The parcel never came to my door"))], loud: [Post("The parcel never came to my door!!!"), Post("Nobody answers the phone there")]);
        Ids(TellingPosts.Of(state, 3)).ShouldBe(["The parcel never came to my door", "Nobody answers the phone there"]);
    }

    [Fact]
    public void Posts_ThatAreMerelyLoud_AreShownWhereNobodyComplains()
    {
        var state = With([Signal("surge", 2)], loud: [Post("a joke") with { Label = SentimentLabel.Positive }, Post("a complaint")]);
        Ids(TellingPosts.Of(state, 2)).ShouldBe(["a complaint"]);
        Ids(TellingPosts.Of(state with { Spread = state.Spread! with { LoudestPosts = [state.Spread.LoudestPosts[0]] } }, 2)).ShouldBe(["a joke"]);
    }

    [Fact]
    public void Posts_OfACrisisWithoutAName_AreFilledUpWithWhatIsLoud_ButNotWithPraise()
    {
        var news = Post("a train has left the rails") with { Label = SentimentLabel.Unscored };
        var state = With([Signal("surge", 2, Post("terrible"))], loud: [Post("lovely day") with { Label = SentimentLabel.Positive }, news]);
        Ids(TellingPosts.Of(state with { Kind = CrisisKind.Unclassified }, 3)).ShouldBe(["terrible", news.Text]);
        Ids(TellingPosts.Of(state, 3)).ShouldBe(["terrible"]);
    }

    [Fact]
    public void Post_OfTheBrandItself_ComesBeforeWhatIsSaidOfIt()
    {
        var own = Post("the brand's own joke") with { Label = SentimentLabel.Neutral, Own = true };
        var state = With([Signal("negative-surge", 1, Post("how dare they")), Signal("post-backlash", 2, own, Post("in such a week"))], loud: [Post("shame on them")]);
        Ids(TellingPosts.Of(state, 3)).ShouldBe(["the brand's own joke", "how dare they", "shame on them"]);
    }

    [Fact]
    public void Digest_KeepsAPostOfEachFinding_AndFourInAll()
    {
        var kept = SignalDigest.Of([Signal("complaint-wave", 2, Post("a"), Post("b"), Post("c"), Post("d")), Signal("severe-word", 1, Post("e"), Post("f"), Post("a"))]);
        kept.Select(s => string.Join(' ', Ids(s.Evidence.Posts))).ShouldBe(["e f", "a b"]);
    }

    private static CrisisState With(IReadOnlyList<Signal> signals, IReadOnlyList<TellingPost> loud) =>
        NoticeSample.State with { Signals = SignalDigest.Of(signals), Spread = new SpreadReport { At = NoticeSample.Since, LoudestPosts = loud } };

    private static Signal Signal(string detector, int severity, params TellingPost[] posts) =>
        NoticeSample.State.Signals[0] with { Id = detector, Detector = detector, Severity = severity, Evidence = SignalEvidence.None with { Posts = posts } };

    private static TellingPost Post(string text) => new("mastodon", text, NoticeSample.Since, text) { Label = SentimentLabel.Negative };

    private static IEnumerable<string> Ids(IEnumerable<TellingPost> posts) => posts.Select(p => p.Id);
}

using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Shouldly;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection.Signals;

public sealed class ComplaintSpecs
{
    [Fact]
    public void ComplaintWave_TwelvePeopleNameOneTarget_IsBroadAndNamesIt()
    {
        var signal = new ComplaintWave().Find(Hour(Kuzey, Known, Window(10, 34, 14, 8, facets: ("target:refund", Count(14, 13, 13))))).ShouldHaveSingleItem();
        signal.Kind.ShouldBe(CrisisKind.ComplaintWave);
        signal.Notes.ShouldContain(note => note.Key == "target" && note.Value == "refund");
        signal.Notes.ShouldContain(note => note.Key == "broad");
        signal.Observed.ShouldBe(13);
    }

    [Fact]
    public void ComplaintWave_OneAuthorAlone_IsSaidAndMild()
    {
        var signal = new ComplaintWave().Find(Hour(Kuzey, Known, Window(10, 40, 20, 8, authors: 21, facets: ("target:refund", Count(20, 20, 1))))).ShouldHaveSingleItem();
        signal.Severity.ShouldBe(4);
        signal.Notes.ShouldContain(note => note.Key == "one-loud-author");
    }

    [Fact]
    public void ComplaintWave_TargetThatIsComplainedOfEveryHour_IsDailyBread()
    {
        var habits = Known with { Rates = new Dictionary<string, double> { ["target:refund"] = 1 } };
        new ComplaintWave().Find(Hour(Kuzey, habits, Window(10, 34, 14, 8, facets: ("target:refund", Count(14, 13, 13))))).ShouldBeEmpty();
    }

    [Fact]
    public void ComplaintWave_InsideACrowdUnderOnePostThatDoesNotComplain_IsNone()
    {
        var windows = Window(10, 110, 20, 40, facets: [("target:price", Count(14, 14, 14)), ("post:mastodon|joke", Count(90, 18, 60))]);
        new ComplaintWave().Find(Hour(Kuzey, Known, windows)).ShouldBeEmpty();
    }

    [Fact]
    public void BroadComplaint_FourteenComplaintsOfABrandNamedThreeTimesADay_IsFound()
    {
        var tiny = Known with { Scored = 0.01, Negative = 0.003, Positive = 0.003 };
        var signal = new BroadComplaint().Find(Hour(Kuzey, tiny, Window(15, 7, 6), Window(10, 9, 8) with { Authors = People(9, first: 100) })).ShouldHaveSingleItem();
        signal.Severity.ShouldBeLessThanOrEqualTo(3);
        signal.Notes.ShouldContain(note => note.Key == "voices" && note.Value == "14");
    }

    [Theory]
    [InlineData(10, 6, 30)] // twice the usual, in the usual tone
    [InlineData(34, 20, 40)] // praise beside it
    public void BroadComplaint_TheToneIsNotClearlyWorse_IsNone(int negative, int positive, int mentions) =>
        new BroadComplaint().Find(Hour(Kuzey, Known, Window(10, mentions, negative, positive))).ShouldBeEmpty();

    [Fact]
    public void BroadComplaint_OneLoudAuthorAmongOthers_IsNone() =>
        new BroadComplaint().Find(Hour(Kuzey, Known, Window(10, 75, 50, 4, authors: 26))).ShouldBeEmpty();

    [Fact]
    public void BroadComplaint_WhereAllIsAlwaysNegative_IsNone()
    {
        var sour = Known with { Negative = 2.7, Positive = 0.1 };
        new BroadComplaint().Find(Hour(Kuzey, sour, Window(10, 60, 55, 1))).ShouldBeEmpty();
    }

    [Fact]
    public void Tone_ThoseWhoLaugh_DoNotComplain()
    {
        var angry = Window(10, 40, 24, 4);
        Tone.IsComplaint(angry, Known).ShouldBeTrue();
        Tone.IsComplaint(Window(10, 40, 24, 4, facets: (Facet.Laughing, Count(22, 16, 22))), Known).ShouldBeFalse();
    }

    [Fact]
    public void RareButSevere_FourDiscontentPeople_AreHandedOverAndThreeOnlyTold()
    {
        RareButSevereIn(Count(5, 4, 5)).Severity.ShouldBe(3);
        RareButSevereIn(Count(3, 3, 3)).Severity.ShouldBe(4);
    }

    [Fact]
    public void RareButSevere_OneWhomManyHear_WeighsFour()
    {
        var signal = new RareButSevere().Find(Hour(Kuzey, Known, Window(10, 20, 6, 5, facets: [("severe:fire", Count(3, 3, 3)), ("severe:fire|loud", Count(1, 1, 1))]))).ShouldHaveSingleItem();
        signal.Severity.ShouldBe(2);
        signal.Notes.ShouldContain(note => note.Key == "heard-by-many");
    }

    [Fact]
    public void RareButSevere_NobodyIsDiscontent_WeighsHalf() => RareButSevereIn(Count(6, 0, 6)).Severity.ShouldBe(4);

    private static Core.Detection.Signal RareButSevereIn(Core.Detection.FacetCount count) =>
        new RareButSevere().Find(Hour(Kuzey, Known, Window(10, 20, 6, 5, facets: ("severe:fire", count)))).ShouldHaveSingleItem();
}

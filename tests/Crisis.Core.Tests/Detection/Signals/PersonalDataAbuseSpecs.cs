using Crisis.Core.Detection;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Shouldly;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection.Signals;

public sealed class PersonalDataAbuseSpecs
{
    [Fact]
    public void List_OfPeople_IsALeak()
    {
        var signal = Found(("data:list", Count(1, 0, 1)), ("data:phone", Count(1, 0, 1))).ShouldHaveSingleItem();
        signal.Cause.ShouldBe(CrisisCause.PersonalData);
        signal.Kind.ShouldBe(CrisisKind.PersonalDataAbuse);
    }

    [Fact]
    public void Numbers_OfFourPeople_AreALeakAndOfTwoAreNot()
    {
        Found(("data:identity-number", Count(5, 0, 2))).ShouldHaveSingleItem();
        Found(("data:identity-number", Count(2, 0, 2))).ShouldBeEmpty();
    }

    [Fact]
    public void AccountNumbers_ThatABankHearsEveryHour_AreDailyBread()
    {
        var bank = Known with { Rates = new Dictionary<string, double> { ["data:iban"] = 1 } };
        Find(bank, ("data:iban", Count(5, 0, 5))).ShouldBeEmpty();
        Find(Known, ("data:iban", Count(5, 0, 5))).ShouldHaveSingleItem();
    }

    [Fact]
    public void Talk_OfALeakBySixPeople_IsOneWithoutAnyData() => Found(("data:said", Count(6, 3, 6))).ShouldHaveSingleItem();

    [Fact]
    public void Imitation_ThatAsksForData_IsPhishing()
    {
        var signal = Found(("fake:handle", Count(3, 0, 1)), ("fake:phish", Count(3, 0, 1))).ShouldHaveSingleItem();
        signal.Detector.ShouldBe(DetectorNames.Impersonation);
        signal.Notes[0].Key.ShouldBe("phishing");
    }

    [Fact]
    public void Imitation_OnePostWithoutBait_IsNone() => Found(("fake:handle", Count(1, 0, 1))).ShouldBeEmpty();

    private static List<Signal> Found(params (string Facet, FacetCount Count)[] facets) => Find(Known, facets);

    private static List<Signal> Find(WatchHabits habits, params (string Facet, FacetCount Count)[] facets) =>
        [.. new PersonalDataAbuse().Find(Hour(Kuzey, habits, Window(10, 30, 6, 8, facets: facets)))];
}

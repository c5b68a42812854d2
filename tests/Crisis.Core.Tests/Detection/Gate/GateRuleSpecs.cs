using Crisis.Core.Detection;
using Crisis.Core.Detection.Gate;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;
using Shouldly;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection.Gate;

public sealed class GateRuleSpecs
{
    [Fact]
    public void Attention_ManyLookAndFewComplain_IsHeldWithTheShare() =>
        AttentionRule.Hold(Signal(), Weighed(Known, [Window(10, 200, 20, 90)]))!.ShouldStartWith("10");

    [Fact]
    public void Attention_ManyComplain_GoesOn() => AttentionRule.Hold(Signal(), Weighed(Known, [Window(10, 60, 40, 3)])).ShouldBeNull();

    [Fact]
    public void Attention_AJokeThatTurned_GoesOnByItsNewestHalfHour() =>
        AttentionRule.Hold(Signal(), Weighed(Known, [Window(80, 400, 10, 200), Window(10, 60, 40, 3)])).ShouldBeNull();

    [Fact]
    public void Attention_OneAuthorWritesFiftyTimes_IsHeld() =>
        AttentionRule.Hold(Signal(), Weighed(Known, [Window(10, 60, 50, 3, authors: 10)]))!.ShouldContain("few people");

    [Fact]
    public void Attention_TheUsualMixOfASourSite_IsHeldUntilItIsLargeAndLasts()
    {
        var sour = Known with { Negative = 2.4, Positive = 0.1 };
        AttentionRule.Hold(Signal(observed: 60, expected: 3) with { Since = Noon.AddMinutes(-10) }, Weighed(sour, [Window(10, 60, 48, 2)])).ShouldNotBeNull();
        AttentionRule.Hold(Signal(observed: 60, expected: 3) with { Since = Noon.AddMinutes(-40) }, Weighed(sour, [Window(10, 60, 48, 2)])).ShouldBeNull();
    }

    [Fact]
    public void Attention_NothingCouldBeScored_CannotTellAndGoesOn() =>
        AttentionRule.Hold(Signal(DetectorNames.Surge), Weighed(Known, [Window(10, 200) with { Neutral = 0, Unscored = 200 }])).ShouldBeNull();

    [Fact]
    public void BotFlood_OneTextTwoHundredTimes_IsHeldWithItsNumber() =>
        BotFloodRule.Hold(Weighed(Known, [Window(10, 220, 205, 4, facets: ("text:0a", Count(200, 200, 9)))]))!.ShouldStartWith("200 times");

    [Fact]
    public void BotFlood_BesideARealWave_GoesOn() =>
        BotFloodRule.Hold(Weighed(Known, [Window(10, 400, 300, 4, facets: ("text:0a", Count(200, 200, 9)))])).ShouldBeNull();

    [Fact]
    public void AnalyserChanged_TheSecondCallsMoreNegative_IsHeldWithBothNames() =>
        AnalyserRule.Hold(Signal(), Changed(before: 2, first: 20, then: 22))!.ShouldBe("cloud → embedded");

    [Fact]
    public void AnalyserChanged_ItsOwnNumbersGrow_GoesOn() => AnalyserRule.Hold(Signal(), Changed(before: 2, first: 10, then: 60)).ShouldBeNull();

    [Fact]
    public void AnalyserChanged_TheFirstHadFoundAsMuch_GoesOn() => AnalyserRule.Hold(Signal(), Changed(before: 25, first: 20, then: 22)).ShouldBeNull();

    [Fact]
    public void LateArrivals_AllAtOnceAfterSixHours_IsHeldWithItsNumber()
    {
        var window = Window(10, 110, 30, 30) with { Late = 100 };
        LatenessRule.Hold(Signal(), Judged(window, Noon.AddMinutes(-10)), Weighed(Known, [window], Judged(window, Noon.AddMinutes(-10)))).ShouldBe((SuppressionReason.LateArrivals, "100 of 110"));
    }

    [Fact]
    public void WhileBlind_OverAnHourAgoAndDone_IsHeld()
    {
        var window = Window(120, 110, 90, 3);
        LatenessRule.Hold(Signal(), Judged(window), Weighed(Known, [window], Judged(Window(5, 3))))!.Value.Reason.ShouldBe(SuppressionReason.WhileBlind);
    }

    [Fact]
    public void WhileBlind_StillRunning_GoesOn()
    {
        var window = Window(120, 110, 90, 3);
        LatenessRule.Hold(Signal(), Judged(window), Weighed(Known, [window, Window(5, 90, 80)], Judged(Window(5, 90, 80), Noon.AddHours(-2)))).ShouldBeNull();
    }

    [Fact]
    public void CoolDown_TheEchoOfAClosedCrisis_IsHeldForTwoHours()
    {
        CoolDownRule.Hold(Signal(severity: 3), [Closed(hoursAgo: 1)])!.Id.ShouldBe("k1");
        CoolDownRule.Hold(Signal(severity: 3), [Closed(hoursAgo: 3)]).ShouldBeNull();
    }

    [Fact]
    public void CoolDown_WorseOrAboutSomethingElseOrOfAnotherCause_GoesOn()
    {
        CoolDownRule.Hold(Signal(severity: 1), [Closed(1)]).ShouldBeNull();
        CoolDownRule.Hold(Signal(severity: 3, notes: new SignalNote("target", "app")), [Closed(1)]).ShouldBeNull();
        CoolDownRule.Hold(Signal(severity: 3, notes: new SignalNote("target", "refund")), [Closed(1)]).ShouldNotBeNull();
        CoolDownRule.Hold(Signal(severity: 3, cause: CrisisCause.PersonalData), [Closed(1)]).ShouldBeNull();
    }

    private static GateContext Changed(int before, int first, int then)
    {
        static WindowCounts By(WindowCounts window, string analyser) =>
            window with { Analysers = new Dictionary<string, FacetCount> { [analyser] = new(window.Mentions, window.Negative, DistinctSketch.Empty) } };
        return Weighed(Known, [By(Window(30, 40, before), "cloud"), By(Window(25, 40, first), "embedded"), By(Window(20, 40, first), "embedded"), By(Window(15, 80, then), "embedded"), By(Window(10, 80, then), "embedded")]);
    }

    private static CrisisSummary Closed(double hoursAgo) => new()
    {
        Id = "k1",
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        Stage = CrisisStage.MonitorAfter,
        Since = Noon.AddHours(-9),
        OpenedAt = Noon.AddHours(-9),
        ClosedAt = Noon.AddHours(-hoursAgo),
        End = CrisisEnd.ClosedByPerson,
        Lead = "ayse",
        Topic = "refund",
    };
}

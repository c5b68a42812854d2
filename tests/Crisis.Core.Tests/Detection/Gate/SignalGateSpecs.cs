using Crisis.Core.Detection;
using Crisis.Core.Detection.Gate;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Shouldly;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection.Gate;

public sealed class SignalGateSpecs
{
    private readonly MemoryRowStore store = new();
    private readonly WindowCounts angry = Window(10, 60, 40, 3);

    [Fact]
    public async Task Silence_IsTheWatchdogsMatter() => (await Held(Signal(DetectorNames.Silence)))!.Value.Reason.ShouldBe(SuppressionReason.WatchdogOnly);

    [Fact]
    public async Task Silenced_ByAPerson_SaysWhoWhyAndUntilWhen()
    {
        await new Silences(store).AddAsync(new Silence { Id = "s", Watch = "kuzey", Detector = DetectorNames.NegativeSurge, From = Noon.AddHours(-1), Until = Noon.AddHours(1), By = "ayse", Reason = "strike is known" });
        (await Held(Signal()))!.Value.ShouldBe((SuppressionReason.Silenced, "ayse: strike is known (until 2026-03-11T13:00Z)"));
        (await Held(Signal() with { At = Noon.AddHours(1) })).ShouldBeNull();
        (await Held(Signal(DetectorNames.Surge))).ShouldBeNull();
    }

    [Fact]
    public async Task Silenced_EndedEarly_HoldsNothingAnyMore()
    {
        var silences = new Silences(store);
        await silences.AddAsync(new Silence { Id = "s", Watch = "kuzey", From = Noon.AddHours(-1), Until = Noon.AddHours(1), By = "ayse", Reason = "drill" });
        await silences.EndAsync("kuzey", "s", Noon.AddMinutes(-1));
        (await Held(Signal())).ShouldBeNull();
    }

    [Fact]
    public async Task Learning_TheFirstHourOfAWatch_BelievesOnlyWhatIsSevere()
    {
        var young = WatchHabits.New with { Windows = 6, Scored = 3, Negative = 0.6, Positive = 1 };
        (await Held(Signal(severity: 3), young))!.Value.ShouldBe((SuppressionReason.Learning, "6/12"));
        (await Held(Signal(severity: 2), young)).ShouldBeNull();
    }

    [Fact]
    public async Task PlannedEvent_ExplainsThatManyLookAndNotThatTheyComplain()
    {
        var planned = new PlannedEvent("Bahar", Noon.AddHours(-4), Noon.AddHours(4), ["#bahar"], 8);
        var friendly = Window(10, 200, 20, 90);
        (await Gate(friendly, planned))!.Value.ShouldBe((SuppressionReason.PlannedEvent, "Bahar"));
        (await Gate(angry, planned)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Sensitivity.Balanced, 4, true)]
    [InlineData(Sensitivity.Balanced, 3, false)]
    [InlineData(Sensitivity.Eager, 4, false)]
    [InlineData(Sensitivity.Careful, 4, true)]
    public async Task Sensitivity_SaysHowMildIsTooMild(Sensitivity sensitivity, int severity, bool held) =>
        ((await Held(Signal(severity: severity), Known, Kuzey with { Sensitivity = sensitivity }))?.Reason == SuppressionReason.BelowSensitivity).ShouldBe(held);

    private ValueTask<(SuppressionReason Reason, string? Detail)?> Held(Signal signal, WatchHabits? habits = null, Watch? watch = null) =>
        new SignalGate(new Silences(store), new CrisisTable(store)).HoldAsync(signal, Judged(angry), Weighed(habits ?? Known, [angry], Judged(angry), watch: watch));

    private ValueTask<(SuppressionReason Reason, string? Detail)?> Gate(WindowCounts window, PlannedEvent planned) =>
        new SignalGate(new Silences(store), new CrisisTable(store)).HoldAsync(Signal(), Judged(window), Weighed(Known, [window], Judged(window), planned));
}

using Crisis.Core.Escalation;

namespace Crisis.Local.Drills;

/// <summary>What a drill came to.</summary>
/// <param name="Events">In order of time, those of one instant by watch, those of one watch as they happened.</param>
internal sealed record DrillResult(
    IReadOnlyList<CrisisEvent> Events,
    IReadOnlyList<ExpectationOutcome> Expectations,
    int Rows,
    int Repeated,
    IReadOnlyList<string> Reports)
{
    /// <summary>What lanes came to together.</summary>
    public static DrillResult Of(IReadOnlyCollection<DrillResult> lanes, DrillScript script)
    {
        // The order is a stable one.
        var events = lanes.SelectMany(lane => lane.Events).OrderBy(happened => happened.At).ThenBy(happened => happened.Watch, StringComparer.Ordinal).ToList();
        return new DrillResult(
            events,
            [.. script.Expect.Select(expectation => ExpectationOutcome.Of(expectation, events))],
            lanes.Sum(lane => lane.Rows),
            lanes.Sum(lane => lane.Repeated),
            []);
    }
}

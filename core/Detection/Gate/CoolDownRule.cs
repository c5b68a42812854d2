using Crisis.Core.Escalation;

namespace Crisis.Core.Detection.Gate;

/// <summary>
/// After a closed crisis the same cause has to be worse, or to be about something else, for a while: its echo is no
/// second crisis. One that was dismissed because its numbers collapsed says nothing about the next.
/// </summary>
internal static class CoolDownRule
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(2);

    public static CrisisSummary? Hold(Signal signal, IReadOnlyList<CrisisSummary> crises) => crises.FirstOrDefault(crisis =>
        !crisis.Drill && crisis.Watch == signal.Watch && crisis.Cause == signal.Cause && crisis.ClosedAt is { } closed
        && signal.At >= closed && signal.At < closed + Length
        && !(crisis.End == CrisisEnd.Dismissed && crisis.Lead is null)
        && signal.Severity >= crisis.Severity
        && IsAbout(signal, crisis));

    private static bool IsAbout(Signal signal, CrisisSummary crisis) =>
        signal.Notes.FirstOrDefault(note => note.Key == "target")?.Value is not { } target || crisis.Topic is null || crisis.Topic == target;
}

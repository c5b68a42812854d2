using Crisis.Core.Escalation;

namespace Crisis.Core.Detection;

/// <summary>Signals of one cause join one crisis: what a look hands over is one escalation a cause.</summary>
internal static class SignalJoining
{
    /// <summary>Under the most telling kind and the most critical severity.</summary>
    public static IEnumerable<CrisisEscalation> Escalations(IEnumerable<SignalRecord> found) =>
        found.Where(record => record.Escalated).Select(record => record.Signal).GroupBy(signal => signal.Cause).Select(cause => Of([.. cause]));

    private static CrisisEscalation Of(IReadOnlyList<Signal> found) => new()
    {
        Id = found[0].Id,
        Watch = found[0].Watch,
        Cause = found[0].Cause,
        Kind = KindRule.Of(found.Select(signal => signal.Kind)),
        Severity = found.Min(signal => signal.Severity),
        At = found[0].At,
        Since = found.Min(signal => signal.Since),
        Signals = found,
    };
}

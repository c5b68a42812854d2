using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>
/// How long a crisis took to be detected (from its first unusual window), acknowledged and contained (from its opening)
/// and to recover (from its first unusual window).
/// </summary>
internal sealed record CrisisSpans(string Key, Func<CrisisSummary, TimeSpan?> Of)
{
    public static IReadOnlyList<CrisisSpans> All { get; } =
    [
        new("detect", c => c.OpenedAt - c.Since),
        new("acknowledge", c => c.AcknowledgedAt - c.OpenedAt),
        new("contain", c => c.ContainedAt - c.OpenedAt),
        new("recover", c => c.RecoveredAt - c.Since),
    ];
}

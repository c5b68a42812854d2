using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath.Charts;

/// <summary>The moments of a crisis that its chart marks.</summary>
public static class CrisisMoments
{
    public static IReadOnlyList<ChartMoment> Of(CrisisState state)
    {
        (string Key, DateTimeOffset? At)[] all =
        [
            ("since", state.Since),
            ("opened", state.OpenedAt),
            ("acknowledged", state.AcknowledgedAt),
            ("peak", state.Totals.PeakAt),
            ("contained", state.ContainedAt),
            ("recovered", state.RecoveredAt),
            ("closed", state.ClosedAt),
        ];
        return [.. all.Where(m => m.At is not null).Select(m => new ChartMoment(m.Key, m.At!.Value))];
    }
}

using Crisis.Core.Aftermath;
using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>
/// Measures every few minutes while the crisis is open, counts calm and outside windows in a row, and lets severity
/// follow the numbers.
/// </summary>
internal static class Numbers
{
    public static void Tick(Moment m)
    {
        // Nothing is sealed yet when the crisis opens: the first measurement is Detect's second look or comes in time.
        if (m.Due((m.State.MeasureAskedAt ?? m.State.OpenedAt) + Every(m))) Ask(m);
    }

    /// <summary>Asks for the windows that have been sealed since the last measurement.</summary>
    public static void Ask(Moment m)
    {
        m.State = m.State with { MeasureAskedAt = m.Now };
        m.Want(new Measure(m.Key("measure"), m.State.MeasuredTo ?? m.State.Since));
        m.Due(m.Now + Every(m));
    }

    /// <summary>Takes numbers in, unless they are older than what is known.</summary>
    public static void Measured(Moment m, Measurement measurement)
    {
        if (!m.State.Open || (m.State.Last is { } last && measurement.At <= last.At)) return;
        var from = m.State.MeasuredTo ?? DateTimeOffset.MinValue;
        var windows = measurement.Windows.Where(w => w.Start >= from).OrderBy(w => w.Start).ToList();
        var (calm, outside) = (m.State.CalmWindows, m.State.OutsideWindows);
        // Windows that nobody judged one by one prove no calm.
        if (measurement.Skipped > 0) (calm, outside) = (0, 0);
        var burning = BurningAt(m.State);
        foreach (var window in windows)
        {
            if (!window.NegativeInside) (calm, outside) = (0, outside + 1);
            else (calm, outside) = (window.Start < burning ? 0 : calm + 1, 0);
        }

        m.State = m.State with
        {
            // The state keeps the last hour of windows; charts read the store.
            Last = measurement with { Windows = [.. windows.TakeLast(12)], BySource = Largest(measurement.BySource) },
            MeasuredTo = windows.Count > 0 ? windows[^1].Start + WindowCounts.Length : m.State.MeasuredTo,
            CalmWindows = calm,
            OutsideWindows = outside,
            Totals = Later(m.State.Totals, measurement.Totals),
        };

        switch (m.State.Stage)
        {
            case CrisisStage.Detect:
                SeverityRule.Measured(m);
                Detect.Looked(m);
                break;
            case CrisisStage.Respond:
                SeverityRule.Measured(m);
                break;
            default:
                MonitorAfter.Measured(m);
                break;
        }

        Spreading.Measured(m);
    }

    /// <summary>The numbers have been calm for so long; at least one window.</summary>
    public static bool CalmFor(Moment m, TimeSpan span) =>
        m.State.CalmWindows >= Math.Max(1, (int)Math.Ceiling(span / WindowCounts.Length));

    // Sealed windows lag behind: those from before it opened, or came back, say nothing about its end.
    private static DateTimeOffset BurningAt(CrisisState state)
    {
        var opened = state.ReopenedAt ?? state.OpenedAt;
        return state is { Stage: CrisisStage.Respond, Relapses: > 0 } && state.StageSince > opened ? state.StageSince : opened;
    }

    // Whatever is configured, an open crisis looks around every five minutes.
    private static TimeSpan Every(Moment m) => m.Deadlines.Measure < WindowCounts.Length ? m.Deadlines.Measure : WindowCounts.Length;

    // Sums since the beginning never fall; a measurement that saw less came from an older look.
    private static CrisisTotals Later(CrisisTotals known, CrisisTotals now) => now.Mentions >= known.Mentions ? now : known;

    private static Dictionary<string, int> Largest(IReadOnlyDictionary<string, int> counts) =>
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(8).ToDictionary(StringComparer.Ordinal);
}

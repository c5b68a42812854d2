using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// Detect. Gather: first posts, where it began, how it spreads, what it is about, who carries it. Look again after a
/// short settling time, unless severity is 1. Decide kind and severity, or dismiss with a reason.
/// </summary>
internal static class Detect
{
    /// <summary>A look that finds no sealed window since the opening is repeated this often, for severities 3 and 4.</summary>
    private const int MostLooks = 3;

    /// <summary>When the measurement of the second look does not come, people are called without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void Begin(Moment m, CrisisEscalation escalation)
    {
        m.Line(
            "opened",
            escalation.OpenedBy,
            ("reason", escalation.Reason),
            ("split-from", escalation.SplitFrom),
            ("signals", string.Join(",", m.State.Signals.Select(s => s.Detector))));
        Spreading.Ask(m);
    }

    public static void Tick(Moment m)
    {
        // What is critical is not looked at twice, and what a person opened was looked at.
        if (m.State.Severity == 1 || m.State.OpenedByHand)
        {
            Respond.Enter(m, m.State.OpenedByHand ? "opened-by-hand" : "critical");
            return;
        }

        if (m.State.LookedAt is { } looked)
        {
            if (m.Due(looked + Patience)) Respond.Enter(m, "no-second-look");
        }
        else if (m.Due(m.State.StageSince + (m.Deadlines.Settle * (m.State.Looks + 1))))
        {
            Look(m);
        }
    }

    /// <summary>The numbers of the second look have come.</summary>
    public static void Looked(Moment m)
    {
        if (m.State.LookedAt is null) return;
        var opened = Detection.WindowCounts.StartOf(m.State.OpenedAt);
        var since = m.State.Last!.Windows.Where(w => w.Start >= opened).ToList();
        // The window it was found in is over, but says little of what came after: what is mild can wait for the next.
        if (since.TrueForAll(w => w.Start == opened) && m.State.Severity >= 3 && m.State.Looks < MostLooks)
        {
            m.State = m.State with { LookedAt = null };
            return;
        }

        if (Collapsed(m, since))
        {
            Ending.Dismiss(m, null, "collapsed");
            return;
        }

        Respond.Enter(m, "confirmed");
    }

    private static void Look(Moment m)
    {
        m.State = m.State with { LookedAt = m.Now, Looks = m.State.Looks + 1 };
        Spreading.Ask(m);
        Numbers.Ask(m);
        m.Due(m.Now + Patience);
    }

    /// <summary>
    /// What came after the opening is back inside what is expected. Only numbers of mentions can collapse: a taken
    /// account or leaked data stays what it is however quiet people are.
    /// </summary>
    private static bool Collapsed(Moment m, List<WindowVerdict> since) =>
        m.State.Cause == CrisisCause.Mentions
        && m.State is { KindFixed: false, SeverityFixed: false }
        && since.Count > 0
        && since.Skip(since.Count > 1 ? 1 : 0).All(w => w is { NegativeInside: true, VolumeInside: true });
}

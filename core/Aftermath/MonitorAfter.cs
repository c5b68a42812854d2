using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Aftermath;

/// <summary>
/// Monitor-after. Measure against the baseline from before the crisis until recovered; on relapse go back to Respond.
/// Ask for causes and preventive actions. Run the survey. Compare with the lesson library. Write and send the report.
/// Ask the team to review roster and playbook.
/// </summary>
internal static class MonitorAfter
{
    /// <summary>One window outside is chance; so many in a row are not.</summary>
    public const int RelapseWindows = 3;

    public static void Enter(Moment m, string? by, string why)
    {
        m.State = m.State with
        {
            Stage = CrisisStage.MonitorAfter,
            StageSince = m.Now,
            ContainedAt = m.Now,
            ContainedLevel = m.State.Last?.HourNegative ?? 0,
            PlanWanted = false,
            Changes = [],
            UrgentSince = null,
        };
        m.Line("stage", by, ("why", why));
        m.Tell(
            NoticeReason.Contained,
            Audience.Everybody(m.State).Where(r => by is null || r != Audience.Person(by)),
            Occasion(m),
            ("by", by),
            ("reason", m.State.Unattended ? "unattended" : null));
    }

    public static void Tick(Moment m)
    {
        if (m.Due((m.State.ComplaintsAskedAt ?? m.State.StageSince) + TimeSpan.FromHours(1))) Respond.RouteComplaints(m);
        if (m.State is { Plan: not null, Unattended: false }) Steps.TickAfter(m);
        if (m.State.RecoveredAt is null && m.State.CalmWindows >= Math.Max(1, m.Deadlines.RecoveryWindows)) Recover(m);
        if (m.State.RecoveredAt is not null) Aftercare.Tick(m);
    }

    /// <summary>
    /// Out again after recovery is a relapse. Before recovery numbers may still be high; then only a clear rise above
    /// what they were when it was declared contained is one.
    /// </summary>
    public static void Measured(Moment m)
    {
        if (m.State.OutsideWindows < RelapseWindows) return;
        if (m.State.RecoveredAt is not null || m.State.Last!.HourNegative > (1.5 * m.State.ContainedLevel) + 5) Relapse(m, "numbers");
    }

    public static void Relapse(Moment m, string why)
    {
        m.State = m.State with { Relapses = m.State.Relapses + 1, ContainedAt = null, RecoveredAt = null, CalmWindows = 0 };
        m.Line("relapsed", null, ("why", why));
        Respond.Enter(m, "relapse", NoticeReason.Relapse);
    }

    private static void Recover(Moment m)
    {
        m.State = m.State with { RecoveredAt = m.Now };
        // The report speaks of the whole.
        Spreading.Ask(m);
        m.Line(
            "recovered",
            null,
            ("after-minutes", (m.Now - m.State.Since).TotalMinutes.ToString("0", CultureInfo.InvariantCulture)),
            ("unattended", m.State.Unattended ? "true" : null));
        m.Tell(NoticeReason.Recovered, Audience.Everybody(m.State), Occasion(m), ("reason", m.State.Unattended ? "unattended" : null));
        Aftercare.Begin(m);
    }

    // Each return to Respond makes the next containment another message.
    private static string Occasion(Moment m) => m.State.Relapses == 0 ? "" : m.State.Relapses.ToString(CultureInfo.InvariantCulture);
}

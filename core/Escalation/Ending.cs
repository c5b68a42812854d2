using Crisis.Core.Aftermath;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>How a crisis ends, and how it is opened again.</summary>
internal static class Ending
{
    /// <summary>A crisis that never recovers is closed after the longest time, and says so.</summary>
    public static void Tick(Moment m)
    {
        if (m.Due((m.State.ReopenedAt ?? m.State.OpenedAt) + m.Deadlines.Longest)) Close(m, CrisisEnd.Expired, null, "longest-time");
    }

    /// <summary>Ends it with a report; everybody who was called learns of it.</summary>
    public static void Close(Moment m, CrisisEnd end, string? by, string? reason, string? into = null)
    {
        var responded = m.State.RespondedAt is not null;
        var told = m.State.Plan is null ? [] : Audience.Everybody(m.State);
        m.State = m.State with { ClosedAt = m.Now, End = end, UrgentSince = null, PlanWanted = false };
        m.Line(
            "closed",
            by,
            ("end", KebabCase.Of(end)),
            ("reason", reason),
            ("into", into),
            ("unattended", m.State.Unattended ? "true" : null));
        m.Want(new ReleaseCause(m.Key("release"), Claim: false, into));
        if (m.State.Pause is { Resumed: false }) m.Want(new ProposePause(m.Key("resume"), Resume: true));
        m.Tell(
            end == CrisisEnd.Dismissed ? NoticeReason.Dismissed : NoticeReason.Closed,
            told,
            Occasion(m.State),
            ("by", by),
            ("reason", reason),
            ("end", KebabCase.Of(end)),
            ("into", into));
        if (responded && end != CrisisEnd.Merged) Reporting.Ask(m);
    }

    public static void Dismiss(Moment m, string? by, string reason) => Close(m, CrisisEnd.Dismissed, by, reason);

    /// <summary>Goes on where it ended: people are called again.</summary>
    public static void Reopen(Moment m, string by, string? reason)
    {
        m.State = m.State with
        {
            ClosedAt = null,
            End = null,
            ReopenedAt = m.Now,
            ContainedAt = null,
            RecoveredAt = null,
            Relapses = m.State.Relapses + 1,
            CalmWindows = 0,
            MeasureAskedAt = m.Now,
        };
        m.Line("reopened", by, ("reason", reason));
        // A drill has no cause: what really happens meanwhile must not become part of it.
        if (!m.State.Drill) m.Want(new ReleaseCause(m.Key("claim"), Claim: true));
        Respond.Enter(m, "reopened");
    }

    /// <summary>Goes on as part of another crisis, which learns what this one knew.</summary>
    public static void Merge(Moment m, string into, string by, string? reason)
    {
        m.Want(new HandEscalation(m.Key("merge"), Escalation(m, $"{m.State.Id}:merged:{m.State.Revision}", m.State.Signals, by, reason), into));
        Close(m, CrisisEnd.Merged, by, reason, into);
    }

    /// <summary>
    /// A part becomes a crisis of its own, next to this one: the signals that name the detector or the target, or
    /// none when it is named by neither.
    /// </summary>
    public static void Split(Moment m, Decision decision, string? reason, CrisisKind? kind)
    {
        var (detector, target) = (decision.Arguments.GetValueOrDefault("detector"), decision.Arguments.GetValueOrDefault("target"));
        var part = m.State.Signals
            .Where(s => s.Detector == detector || (target is not null && s.Evidence.Targets.Any(t => t.Name == target)))
            .ToList();
        var escalation = Escalation(m, decision.Id, part, decision.Person, reason) with
        {
            At = m.Now,
            Kind = kind ?? m.State.Kind,
            SplitFrom = m.State.Id,
        };
        m.Want(new HandEscalation(m.Key("split"), escalation, Into: null));
        if (part.Count > 0 && part.Count < m.State.Signals.Count) m.State = m.State with { Signals = [.. m.State.Signals.Except(part)] };
        m.Changed("split");
    }

    private static CrisisEscalation Escalation(Moment m, string id, IReadOnlyList<Detection.Signal> signals, string by, string? reason) => new()
    {
        Id = id,
        Watch = m.State.Watch,
        Cause = m.State.Cause,
        Kind = m.State.Kind,
        Severity = m.State.Severity,
        At = m.Now,
        Since = m.State.Since,
        Signals = signals,
        OpenedBy = by,
        Reason = reason,
        Drill = m.State.Drill,
        Participants = m.State.Participants,
    };

    // A crisis that was reopened closes again: another message.
    private static string Occasion(CrisisState state) =>
        state.ReopenedAt is null ? "" : state.Relapses.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>
/// Respond. Snapshot roster and playbook. Call the team by the ladder until somebody acknowledges; remind, and call
/// again when the acknowledged goes stale. Open the steps with owners and due times. Offer drafts for approval.
/// Propose a pause of planned publishing. Route single complaints to customer service. Update people with new
/// numbers. Leave when a person says contained, or as unattended.
/// </summary>
internal static class Respond
{
    public static void Enter(Moment m, string why, NoticeReason reason = NoticeReason.First)
    {
        m.State = m.State with
        {
            Stage = CrisisStage.Respond,
            StageSince = m.Now,
            RespondedAt = m.State.RespondedAt ?? m.Now,
            ContainmentProposedAt = null,
            LastUpdateAt = m.Now,
            Told = m.State.Totals,
            Changes = [],
            UrgentSince = null,
            Unattended = false,
            LookedAt = null,
            // The round begins when the plan is here.
            Ladder = m.State.Ladder with { BeganAt = null, Reason = reason },
        };
        m.Line("stage", null, ("why", why));
        WantPlan(m);
    }

    public static void PlanTaken(Moment m, CrisisPlan plan)
    {
        if (!m.State.PlanWanted || plan.Kind != m.State.Kind || m.State.Stage != CrisisStage.Respond) return;
        var first = m.State.Plan is null;
        if (m.State.Drill) plan = Drilling.Only(plan, m.State.Participants);
        m.State = m.State with { Plan = plan, Deadlines = plan.Deadlines, PlanWanted = false };
        m.Line("plan", null, ("team", plan.Team), ("steps", plan.Steps.Count.ToString(CultureInfo.InvariantCulture)), ("config", plan.ConfigVersion));
        Steps.Open(m);
        Drafts.Offer(m);
        if (m.State.Ladder.BeganAt is null)
        {
            var reason = m.State.Ladder.Reason;
            Ladder.Begin(m, reason);
            m.Tell(reason, Audience.Channels(m.State), m.State.Ladder.Round.ToString(CultureInfo.InvariantCulture));
        }

        if (m.State.Pause is null or { Resumed: true })
        {
            m.State = m.State with { Pause = new PauseState(m.Now, null, null) };
            m.Want(new ProposePause(m.Key("pause"), Resume: false));
        }

        if (first) RouteComplaints(m);
        if (!m.State.Aftermath.LessonsAsked) Aftercare.AskLessons(m);
    }

    public static void Tick(Moment m)
    {
        if (m.State.Plan is null || m.State.Ladder.BeganAt is null) return;
        Ladder.Tick(m);
        Steps.Tick(m);
        Drafts.Tick(m);
        Updates.Tick(m);
        if (m.Due((m.State.ComplaintsAskedAt ?? m.State.OpenedAt) + m.Deadlines.Measure)) RouteComplaints(m);
        ProposeContained(m);
        LeaveUnattended(m);
    }

    /// <summary>The playbook of the new kind is taken; done steps of the same id stay done.</summary>
    public static void SetKind(Moment m, CrisisKind kind, string? by, string? reason)
    {
        var before = m.State.Kind;
        m.State = m.State with { Kind = kind };
        m.Line("kind", by, ("from", KebabCase.Of(before)), ("to", KebabCase.Of(kind)), ("reason", reason));
        m.Changed($"kind {KebabCase.Of(before)} → {KebabCase.Of(kind)}", urgent: true);
        if (m.State.Stage == CrisisStage.Respond) WantPlan(m);
    }

    /// <summary>Takes roster and playbook as they are now.</summary>
    public static void WantPlan(Moment m)
    {
        m.State = m.State with { PlanWanted = true };
        m.Want(new TakePlan(m.Key("plan"), m.State.Kind));
    }

    public static void RouteComplaints(Moment m)
    {
        m.Want(new RouteComplaints(m.Key("complaints"), m.State.Since));
        m.State = m.State with { ComplaintsAskedAt = m.Now };
        m.Due(m.Now + m.Deadlines.Measure);
    }

    public static void ComplaintsCounted(Moment m, ComplaintTotals totals)
    {
        if (totals == m.State.Complaints || totals.Routed < m.State.Complaints.Routed) return;
        m.State = m.State with { Complaints = totals };
    }

    public static void PauseAnswered(Moment m, string answer)
    {
        if (m.State.Pause is not { } pause || pause.Answer == answer) return;
        m.State = m.State with { Pause = pause with { AnsweredAt = m.Now, Answer = ShortText.Cut(answer, 200) } };
        m.Line("pause", null, ("answer", answer));
    }

    /// <summary>Numbers alone contain no taken account and no leaked data: there, every step must be done or skipped too.</summary>
    private static void ProposeContained(Moment m)
    {
        if (m.State.OutsideWindows >= MonitorAfter.RelapseWindows && m.State.ContainmentProposedAt is not null)
        {
            m.State = m.State with { ContainmentProposedAt = null };
        }

        var needsSteps = m.State.Kind is CrisisKind.AccountTakeover or CrisisKind.PersonalDataAbuse;
        if (m.State.AcknowledgedAt is null
            || !Numbers.CalmFor(m, m.Deadlines.ProposeContained)
            || (needsSteps && m.State.Steps.Any(s => s.Status == StepStatus.Open))) return;
        if (m.State.ContainmentProposedAt is { } asked && !m.Due(Again(m, asked))) return;
        var people = Audience.Reachable(m, Audience.Responsible(m.State), m.State.Severity);
        if (people.Count == 0) return;
        m.State = m.State with { ContainmentProposedAt = m.Now, ContainmentAsked = m.State.ContainmentAsked + 1 };
        m.Tell(NoticeReason.ProposeContained, people, m.State.ContainmentAsked.ToString(CultureInfo.InvariantCulture));
        m.Due(Again(m, m.Now));
    }

    // Asked again a few times, each time later.
    private static DateTimeOffset Again(Moment m, DateTimeOffset asked) =>
        asked + (m.Deadlines.Stale * Math.Pow(2, Math.Min(m.State.ContainmentAsked, 6)));

    private static void LeaveUnattended(Moment m)
    {
        // A round of calls may have begun a moment ago: it is the last word of anybody that counts.
        var silent = (Ladder.Calling(m.State) || m.State.ContainmentProposedAt is not null)
            && (m.State.LastDecisionAt is not { } said || m.Due(said + m.Deadlines.Unattended));
        if (!silent || m.Now < m.State.StageSince + m.Deadlines.Unattended || !Numbers.CalmFor(m, m.Deadlines.Unattended)) return;
        m.State = m.State with { Unattended = true };
        m.Line("unattended", null, ("lead", m.State.Lead));
        MonitorAfter.Enter(m, null, "unattended");
    }
}

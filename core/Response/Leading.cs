using Crisis.Core.Escalation;
using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>Who has the crisis: acknowledge, take over, hand over.</summary>
internal static class Leading
{
    public static Verdict Acknowledge(Moment m, Decision decision)
    {
        // While a round calls, an answer is wanted again, from whoever gives it.
        var wanted = m.State.Lead is null || (m.State.Stage == CrisisStage.Respond && Ladder.Calling(m.State));
        if (!wanted) return Verdict.Refuse(m.State.Lead == decision.Person ? Refusals.AlreadyYours : Refusals.AlreadyAcknowledged);
        return Verdict.Do(() =>
        {
            Give(m, decision.Person, decision);
            // Somebody has looked and takes it: no second look is needed.
            if (m.State.Stage == CrisisStage.Detect) Respond.Enter(m, "acknowledged");
        });
    }

    public static Verdict TakeOver(Moment m, Decision decision) =>
        m.State.Lead == decision.Person ? Verdict.Refuse(Refusals.AlreadyYours) : Verdict.Do(() => Give(m, decision.Person, decision));

    public static Verdict HandOver(Moment m, Decision decision)
    {
        var to = decision.Arguments.GetValueOrDefault("to");
        if (m.State.Plan?.People.Any(p => p.Id == to) != true) return Verdict.Refuse(Refusals.UnknownPerson);
        if (m.State.Lead == to) return Verdict.Refuse(Refusals.AlreadyTheirs);
        return Verdict.Do(() =>
        {
            Give(m, to!, decision);
            m.Tell(NoticeReason.HandOver, [Audience.Person(to!)], TakenId.Hex(decision.Id), ("by", decision.Person), ("to", to));
        });
    }

    /// <summary>Gives it to a person, takes over the steps that nobody has, and lets the others rest.</summary>
    public static void Give(Moment m, string person, Decision decision)
    {
        var by = decision.Person;
        var before = m.State.Lead;
        m.State = Drilling.Join(m.State, person) with
        {
            Lead = person,
            AcknowledgedAt = m.State.AcknowledgedAt ?? m.Now,
            LastDecisionAt = m.Now,
            Unattended = false,
            Steps = [.. m.State.Steps.Select(s => s is { Owner: null, Status: StepStatus.Open } ? s with { Owner = person } : s)],
        };
        m.Line("lead", by, ("from", before), ("to", person));
        if (m.State.Plan is null) return;
        // Somebody who joined the roster after the plan was taken.
        if (m.State.Stage == CrisisStage.Respond && m.State.Plan.People.All(p => p.Id != person) && !m.State.PlanWanted) Respond.WantPlan(m);
        m.Tell(
            NoticeReason.Acknowledged,
            Audience.Everybody(m.State with { Lead = before }).Where(r => r != Audience.Person(person) && r != Audience.Person(by)),
            TakenId.Hex(decision.Id),
            ("by", person));
    }
}

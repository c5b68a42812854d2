using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>What people say, verb by verb. Every decision stands in the timeline, the refused ones with their reason.</summary>
internal static class Decisions
{
    private const int LongestDetail = 1000;

    /// <summary>Takes a decision. Returns a named reason when it is refused.</summary>
    public static string? Take(Moment m, Decision decision)
    {
        var verdict = Judge(m, decision);
        List<(string, string?)> detail =
        [
            ("decision", decision.Id),
            ("verb", KebabCase.Of(decision.Verb)),
            ("outcome", verdict.Refused is null ? "applied" : "refused"),
            ("refused", verdict.Refused),
            ("via", decision.Via),
        ];
        // Draft texts are kept word for word where drafts are kept.
        var isDraft = decision.Verb is DecisionVerb.DraftEdit or DecisionVerb.DraftApprove;
        foreach (var (key, value) in decision.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal).Take(12))
        {
            if (!(isDraft && key == "text")) detail.Add((key, ShortText.Cut(value, LongestDetail)));
        }

        m.Line("decision", decision.Person, [.. detail]);
        if (verdict.Refused is not null) return verdict.Refused;
        // A note takes nothing over, but it is the sign of life that somebody who has the crisis is asked for.
        if (m.State is { Open: true, AcknowledgedAt: not null } && decision.Verb == DecisionVerb.Note) m.State = m.State with { LastDecisionAt = m.Now };
        if (m.State.Open && IsWork(decision.Verb))
        {
            m.State = m.State with { LastDecisionAt = m.Now };
            // Who acts has it, even who never pressed "acknowledge".
            if (m.State is { AcknowledgedAt: null, Stage: CrisisStage.Respond } && decision.Verb is not (DecisionVerb.Acknowledge or DecisionVerb.TakeOver or DecisionVerb.HandOver or DecisionVerb.Dismiss or DecisionVerb.Close or DecisionVerb.Merge))
            {
                Leading.Give(m, decision.Person, decision);
            }
        }

        verdict.Act!();
        return null;
    }

    private static Verdict Judge(Moment m, Decision decision)
    {
        if (decision.Watch != m.State.Watch || decision.Crisis != m.State.Id) return Verdict.Refuse(Refusals.OtherCrisis);
        if (!m.State.Open && !AfterTheEnd(decision.Verb)) return Verdict.Refuse(Refusals.Closed);
        return decision.Verb switch
        {
            DecisionVerb.Acknowledge => Leading.Acknowledge(m, decision),
            DecisionVerb.TakeOver => Leading.TakeOver(m, decision),
            DecisionVerb.HandOver => Leading.HandOver(m, decision),
            DecisionVerb.StepDone => Steps.Close(m, decision, StepStatus.Done),
            DecisionVerb.StepSkip => Steps.Close(m, decision, StepStatus.Skipped),
            DecisionVerb.DraftEdit => Drafts.Edit(m, decision),
            DecisionVerb.DraftApprove => Drafts.Approve(m, decision),
            DecisionVerb.Raise => Judging.Severity(m, decision, -1),
            DecisionVerb.Lower => Judging.Severity(m, decision, +1),
            DecisionVerb.SetKind => Judging.Kind(m, decision),
            DecisionVerb.Contained => Judging.Contained(m, decision),
            DecisionVerb.Dismiss => Judging.Dismiss(m, decision),
            DecisionVerb.Close => Judging.Close(m, decision),
            DecisionVerb.Reopen => Judging.Reopen(m, decision),
            DecisionVerb.Merge => Judging.Merge(m, decision),
            DecisionVerb.Split => Judging.Split(m, decision),
            DecisionVerb.Note => Remarks.Note(m, decision),
            DecisionVerb.Feedback => Remarks.Feedback(m, decision),
            DecisionVerb.Silence => Remarks.Silence(m, decision),
            DecisionVerb.CorrectSentiment => Remarks.CorrectSentiment(m, decision),
            DecisionVerb.Survey => Aftercare.Survey(m, decision),
            DecisionVerb.CauseNamed => CausesAndActions.NameCause(m, decision),
            DecisionVerb.ActionSet => CausesAndActions.SetAction(m, decision),
            DecisionVerb.Reviewed => Aftercare.Reviewed(m, decision),
            // A crisis that is there was opened already.
            _ => Verdict.Refuse(Refusals.AlreadyOpen),
        };
    }

    /// <summary>Shows that somebody works on the crisis; a remark or a customer's answer does not.</summary>
    private static bool IsWork(DecisionVerb verb) => verb is not (
        DecisionVerb.Feedback or DecisionVerb.Survey or DecisionVerb.CorrectSentiment or DecisionVerb.Silence
        or DecisionVerb.Note or DecisionVerb.CauseNamed or DecisionVerb.ActionSet or DecisionVerb.Reviewed);

    private static bool AfterTheEnd(DecisionVerb verb) => verb is
        DecisionVerb.Note or DecisionVerb.Feedback or DecisionVerb.Reopen or DecisionVerb.Survey or DecisionVerb.CauseNamed
        or DecisionVerb.ActionSet or DecisionVerb.Reviewed or DecisionVerb.CorrectSentiment or DecisionVerb.Silence;
}

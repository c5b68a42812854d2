using Crisis.Core.Aftermath;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Escalation;

/// <summary>
/// The life of a crisis as a pure function: a state and one input give the next state, the effects to carry out, and
/// when to wake up next. It has no clock, no I/O and no chance in it; the same inputs in the same order always give
/// the same life. Hosts keep the state, run the effects and bring their answers back.
/// </summary>
public static class CrisisLife
{
    private const int MostTaken = 100;

    /// <summary>The first moment of a crisis.</summary>
    /// <param name="escalation">What opened it.</param>
    /// <param name="id">Its id, see <see cref="CrisisId"/>.</param>
    /// <param name="watch">For the deadlines until the plan is taken.</param>
    public static LifeStep Open(CrisisEscalation escalation, string id, Watch watch)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(watch);
        var state = new CrisisState
        {
            Id = id,
            Watch = escalation.Watch,
            Cause = escalation.Cause,
            Kind = escalation.Kind,
            Severity = Math.Clamp(escalation.Severity, 1, 4),
            Since = escalation.Since,
            OpenedAt = escalation.At,
            StageSince = escalation.At,
            SeenAt = escalation.At,
            Deadlines = watch.Deadlines,
            OpenedByHand = escalation.OpenedBy is not null,
            OpenedBy = escalation.OpenedBy,
            Drill = escalation.Drill,
            Participants = escalation.Participants,
            Signals = SignalDigest.Of(escalation.Signals),
            Taken = [TakenId.Of(escalation.Id)],
        };
        var moment = new Moment(state, escalation.At);
        Detect.Begin(moment, escalation);
        Tick(moment);
        return moment.End(state);
    }

    /// <summary>
    /// Takes one input in. A repeat, or an answer that is older than what is known, changes nothing; a decision that
    /// cannot be applied is refused with a named reason, which the timeline shows and the inbox answers.
    /// </summary>
    public static LifeStep Apply(CrisisState state, LifeInput input)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        var moment = new Moment(state, input.At > state.SeenAt ? input.At : state.SeenAt);
        if (input is Decided or Escalated or PostsRevised && state.Taken.Contains(TakenId.Of(input.Id)))
        {
            // The entry was answered when it was taken; the first answer stays.
            return new LifeStep(state, [new AnswerEntry("repeat/" + input.Id, input.Id, InboxOutcome.Applied, null)]);
        }

        switch (input)
        {
            case Escalated escalated:
                Take(moment, input, Joining.Join(moment, escalated.Escalation));
                break;
            case Decided decided:
                Take(moment, input, Decisions.Take(moment, decided.Decision));
                break;
            case PostsRevised revised:
                ShownPosts.Revise(moment, revised);
                Take(moment, input, null);
                break;
            case PlanTaken taken:
                Respond.PlanTaken(moment, taken.Plan);
                break;
            case Gathered gathered:
                Spreading.Gathered(moment, gathered.Spread);
                break;
            case Measured measured:
                Numbers.Measured(moment, measured.Measurement);
                break;
            case NoticeFailed failed:
                Ladder.NoticeFailed(moment, failed);
                break;
            case ComplaintsCounted counted:
                Respond.ComplaintsCounted(moment, counted.Totals);
                break;
            case PauseAnswered answered:
                Respond.PauseAnswered(moment, answered.Answer);
                break;
            case SurveyCounted counted:
                Aftercare.SurveyCounted(moment, counted.Totals);
                break;
            case LessonsFound found:
                Aftercare.LessonsFound(moment, found.Lessons);
                break;
            case ReportWritten written:
                Reporting.Written(moment, written.Version);
                break;
            default:
                break;
        }

        Tick(moment);
        return moment.End(state);
    }

    /// <summary>What the time that has passed asks for, stage by stage; a rule that moves the crisis on is followed by the next stage's.</summary>
    private static void Tick(Moment m)
    {
        for (var stage = (CrisisStage?)null; m.State.Open && stage != m.State.Stage;)
        {
            stage = m.State.Stage;
            Numbers.Tick(m);
            switch (stage)
            {
                case CrisisStage.Detect:
                    Detect.Tick(m);
                    break;
                case CrisisStage.Respond:
                    Respond.Tick(m);
                    break;
                default:
                    MonitorAfter.Tick(m);
                    break;
            }

            if (m.State.Open) Ending.Tick(m);
        }

        if (m.State.Open) return;
        m.ForgetTimes();
        Aftercare.FollowUp(m);
    }

    private static void Take(Moment m, LifeInput input, string? refused)
    {
        m.State = m.State with { Taken = [.. m.State.Taken.TakeLast(MostTaken - 1), TakenId.Of(input.Id)] };
        m.Want(new AnswerEntry(m.Key("answer"), input.Id, refused is null ? InboxOutcome.Applied : InboxOutcome.Refused, refused));
    }
}

using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// Carries out one effect and brings back its answer, if it has one. What makes it idempotent: every effect writes
/// under its own key (line numbers, draft versions, notice ids, claims of this crisis) or only asks; an answer is
/// named after the effect.
/// </summary>
public sealed class EffectRunner(EffectPorts ports)
{
    private readonly Timeline _timeline = new(ports.Store);
    private readonly Inbox _inbox = new(ports.Store);
    private readonly CauseClaims _claims = new(ports.Store);
    private readonly DraftKeeping _drafts = new(ports.Store, ports.Config);
    private readonly DecisionRecords _records = new(ports.Store, ports.Mentions);
    private readonly EscalationHandler _escalations = new(ports.Store, ports.Config, ports.Starter, ports.Clock);

    public async ValueTask<LifeInput?> RunAsync(CrisisState crisis, LifeEffect effect, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(effect);
        var now = ports.Clock.GetUtcNow();
        switch (effect)
        {
            case TakePlan take:
                var config = await ports.Config.CurrentAsync(cancellation);
                return new PlanTaken(effect.Key, now, PlanTaking.Take(config, crisis.Watch, take.Kind, now));
            case GatherSpread gather:
                return new Gathered(effect.Key, now, await ports.Measures.GatherAsync(crisis, gather.Since, now, cancellation));
            case Measure measure:
                return new Measured(effect.Key, now, await ports.Measures.MeasureAsync(crisis, measure.From, now, cancellation));
            case WriteLines lines:
                await _timeline.AppendAsync(crisis.Id, lines.First, lines.Lines, cancellation);
                return null;
            case SendNotice send:
                var result = await ports.Notices.SendAsync(send.Notice, cancellation);
                return result.Delivered || result.RetryAt is not null ? null : new NoticeFailed(effect.Key, now, send.Notice.Id, send.Notice.Recipient, result.Why ?? "");
            case OfferDrafts offer:
                await _drafts.OfferAsync(crisis, offer.Drafts, now, cancellation);
                return null;
            case SaveDraft save:
                await _drafts.SaveAsync(crisis.Id, save, now, cancellation);
                return null;
            case RouteComplaints route:
                return new ComplaintsCounted(effect.Key, now, await ports.Complaints.RouteAsync(crisis, route.Since, now, cancellation));
            case ProposePause pause:
                var answer = await ports.Pause.AskAsync(crisis, pause.Resume, effect.Key, cancellation);
                return answer is null ? null : new PauseAnswered(effect.Key, now, answer);
            case CountSurvey:
                return new SurveyCounted(effect.Key, now, await ports.Survey.CountAsync(crisis.Id, cancellation));
            case FindLessons:
                return new LessonsFound(effect.Key, now, await ports.Lessons.FindAsync(crisis, cancellation));
            case WriteReport report:
                await ports.Reports.WriteAsync(crisis, report.Version, cancellation);
                return new ReportWritten(effect.Key, now, report.Version);
            case HandEscalation { Into: { } into } hand:
                await _escalations.HandIntoAsync(into, hand.Escalation, cancellation);
                return null;
            case HandEscalation hand:
                await _escalations.HandleAsync(hand.Escalation, cancellation);
                return null;
            case ReleaseCause release:
                await ReleaseAsync(crisis, release, cancellation);
                return null;
            case AnswerEntry entry:
                await _inbox.MarkAsync(crisis.Id, entry.Entry, entry.Outcome, entry.Reason, cancellation);
                return null;
            case RecordDecision record:
                await _records.RecordAsync(crisis, record.Decision, cancellation);
                return null;
            default:
                throw new InvalidOperationException($"No rule for the effect {effect.GetType().Name}.");
        }
    }

    private async ValueTask ReleaseAsync(CrisisState crisis, ReleaseCause release, CancellationToken cancellation)
    {
        if (release.Claim)
        {
            // When another crisis has the cause by now, both go on side by side, as after a split.
            await _claims.ClaimAsync(crisis.Watch, crisis.Cause, crisis.Id, cancellation);
            return;
        }

        // It may have got further causes by merging.
        foreach (var cause in Enum.GetValues<CrisisCause>())
        {
            if (release.Into is { } into) await _claims.PassOnAsync(crisis.Watch, cause, crisis.Id, into, cancellation);
            else await _claims.ReleaseAsync(crisis.Watch, cause, crisis.Id, cancellation);
        }
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>
/// Takes what people say: checks it against roster and crisis, writes it to the crisis's inbox, rings. What makes it
/// idempotent: the decision's id is the row's key, so that a repeat finds the row and its answer.
/// </summary>
public sealed class DecisionHandler(IRowStore store, IConfigSource config, ICrisisStarter starter, TimeProvider clock)
{
    private readonly CrisisTable _crises = new(store);
    private readonly CauseClaims _claims = new(store);
    private readonly Inbox _inbox = new(store);
    private readonly DecisionRecords _records = new(store);
    private readonly EscalationHandler _escalations = new(store, config, starter, clock);

    public async ValueTask<DecisionResult> DecideAsync(Decision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await RosterFaultAsync(decision, cancellation) is { } stranger) return DecisionResult.Refused(decision.Crisis, stranger);
        if (decision.Verb == DecisionVerb.Open) return await OpenAsync(decision, cancellation);
        if (decision is { Crisis: null, Verb: DecisionVerb.Silence }) return await SilenceAsync(decision, cancellation);
        if (decision.Crisis is null || await _crises.FindAsync(decision.Crisis, cancellation) is not { } crisis)
        {
            return DecisionResult.Refused(decision.Crisis, Refusals.UnknownCrisis);
        }

        if (await OthersFaultAsync(decision, crisis, cancellation) is { } fault) return DecisionResult.Refused(crisis.Id, fault);
        var input = new Decided(decision.Id, decision.At, decision);
        // A crisis whose life is over has no loop that would look: it is put back among the live ones first.
        if (crisis.WakeAt is null) await _crises.ReviveAsync(crisis.Id, cancellation);
        await _inbox.PutAsync(new InboxEntry { Id = decision.Id, Crisis = crisis.Id, WrittenAt = clock.GetUtcNow(), Input = input }, cancellation);
        if (crisis.WakeAt is null) await starter.ResumeAsync(crisis.Id, cancellation);
        else await starter.RingAsync(crisis.Id, cancellation);
        var entry = await _inbox.FindAsync(crisis.Id, decision.Id, cancellation);
        return entry is { Outcome: not InboxOutcome.Waiting }
            ? new DecisionResult(entry.Outcome, crisis.Id, entry.Reason)
            : new DecisionResult(InboxOutcome.Waiting, crisis.Id, WouldRefuse(crisis, input));
    }

    /// <summary>People of the roster as it is now; a customer may answer the survey, a webhook acknowledge for a person.</summary>
    private async ValueTask<string?> RosterFaultAsync(Decision decision, CancellationToken cancellation)
    {
        if (decision.Verb == DecisionVerb.Survey) return null;
        var current = await config.CurrentAsync(cancellation);
        var team = current.TeamOf(current.WatchOf(decision.Watch).Team);
        return team.People.Any(p => p.Id == decision.Person) ? null : Refusals.NotOnRoster;
    }

    /// <summary>What only the other crises can tell: whether there is one to merge into, or one that has the cause.</summary>
    private async ValueTask<string?> OthersFaultAsync(Decision decision, CrisisState crisis, CancellationToken cancellation)
    {
        if (decision.Verb == DecisionVerb.Merge)
        {
            var into = decision.Arguments.GetValueOrDefault("into");
            var target = into is null ? null : await _crises.FindAsync(into, cancellation);
            return target is { Open: true } && target.Watch == crisis.Watch && target.Id != crisis.Id && target.Drill == crisis.Drill ? null : Refusals.UnknownCrisis;
        }

        if (decision.Verb != DecisionVerb.Reopen || crisis.Drill) return null;
        var holder = await _claims.HolderAsync(crisis.Watch, crisis.Cause, cancellation);
        return holder is null || holder == crisis.Id ? null : Refusals.CauseTaken;
    }

    private async ValueTask<DecisionResult> OpenAsync(Decision decision, CancellationToken cancellation)
    {
        var arguments = decision.Arguments;
        if (arguments.GetValueOrDefault("reason") is not { } reason || string.IsNullOrWhiteSpace(reason)) return DecisionResult.Refused(null, Refusals.ReasonMissing);
        var kind = arguments.TryGetValue("kind", out var named) ? KebabCase.Find<CrisisKind>(named) : CrisisKind.Unclassified;
        if (kind is null) return DecisionResult.Refused(null, Refusals.UnknownKind);
        var severity = 2;
        if (arguments.TryGetValue("severity", out var said) && (!int.TryParse(said, out severity) || severity is < 1 or > 4)) return DecisionResult.Refused(null, Refusals.NotASeverity);
        var (crisis, outcome) = await _escalations.HandleAsync(
            new CrisisEscalation
            {
                Id = decision.Id,
                Watch = decision.Watch,
                Cause = KebabCase.Find<CrisisCause>(arguments.GetValueOrDefault("cause")) ?? CauseOf(kind.Value),
                Kind = kind.Value,
                Severity = severity,
                At = decision.At,
                Since = decision.At,
                OpenedBy = decision.Person,
                Reason = reason,
                Drill = arguments.GetValueOrDefault("drill") == "true",
                Participants = [.. arguments.GetValueOrDefault("people", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            },
            cancellation);
        return outcome == EscalationOutcome.Over ? DecisionResult.Refused(crisis, Refusals.Closed) : new DecisionResult(InboxOutcome.Applied, crisis, null);
    }

    private async ValueTask<DecisionResult> SilenceAsync(Decision decision, CancellationToken cancellation)
    {
        if (Remarks.SilenceFault(decision, decision.At) is { } fault) return DecisionResult.Refused(null, fault);
        await _records.SilenceAsync(decision, cancellation);
        return new DecisionResult(InboxOutcome.Applied, null, null);
    }

    /// <summary>The same rules, tried on the crisis as it stands.</summary>
    private static string? WouldRefuse(CrisisState crisis, Decided input) =>
        CrisisLife.Apply(crisis, input).Effects.OfType<AnswerEntry>().FirstOrDefault()?.Reason;

    private static CrisisCause CauseOf(CrisisKind kind) => kind switch
    {
        CrisisKind.MistakenPost or CrisisKind.AccountTakeover => CrisisCause.OwnAccount,
        CrisisKind.PersonalDataAbuse => CrisisCause.PersonalData,
        _ => CrisisCause.Mentions,
    };
}

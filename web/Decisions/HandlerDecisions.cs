using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Web.Decisions;

/// <summary>Hands decisions of pages to the product's one handler, and reads the answer back from the inbox.</summary>
public sealed class HandlerDecisions(DecisionHandler handler, Inbox inbox) : IDecisions
{
    public async ValueTask<DecisionReceipt> SayAsync(Decision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var result = await handler.DecideAsync(decision, cancellation);
        // A reason while it waits is what the crisis as it stands would say: the person need not wait for it.
        var outcome = result is { Outcome: InboxOutcome.Waiting, Reason: not null } ? InboxOutcome.Refused : result.Outcome;
        return new DecisionReceipt(decision.Verb, outcome, result.Reason) { Crisis = result.Crisis };
    }

    public async ValueTask<DecisionReceipt?> FindAsync(string crisis, string id, CancellationToken cancellation = default) =>
        await inbox.FindAsync(crisis, id, cancellation) is { Input: Decided decided } entry
            ? new DecisionReceipt(decided.Decision.Verb, entry.Outcome, entry.Reason) { Crisis = crisis }
            : null;
}

using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Decisions;

namespace Crisis.Web.Tests.Samples;

/// <summary>Keeps what was said in the inbox and does not carry it out.</summary>
public sealed class SampleDecisions(Inbox inbox) : IDecisions
{
    public async ValueTask<DecisionReceipt> SayAsync(Decision decision, CancellationToken cancellation = default)
    {
        await inbox.PutAsync(new InboxEntry { Id = decision.Id, Crisis = decision.Crisis ?? "", WrittenAt = decision.At, Input = new Decided(decision.Id, decision.At, decision) }, cancellation);
        return (await FindAsync(decision.Crisis ?? "", decision.Id, cancellation))!;
    }

    public async ValueTask<DecisionReceipt?> FindAsync(string crisis, string id, CancellationToken cancellation = default) =>
        await inbox.FindAsync(crisis, id, cancellation) is { Input: Decided decided } entry ? new DecisionReceipt(decided.Decision.Verb, entry.Outcome, entry.Reason) : null;
}

using Crisis.Core.Response;

namespace Crisis.Web.Decisions;

/// <summary>Takes what people say, once each, and answers at once with what is known of it.</summary>
public interface IDecisions
{
    ValueTask<DecisionReceipt> SayAsync(Decision decision, CancellationToken cancellation = default);

    /// <summary>What became of a decision since; null when there is none of that id.</summary>
    ValueTask<DecisionReceipt?> FindAsync(string crisis, string id, CancellationToken cancellation = default);
}

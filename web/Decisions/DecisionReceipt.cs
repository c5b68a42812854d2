using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Web.Decisions;

/// <summary>What became of a decision that was just sent, for the person who sent it.</summary>
/// <param name="Reason">Key of the reason when it was refused.</param>
public sealed record DecisionReceipt(DecisionVerb Verb, InboxOutcome Outcome, string? Reason)
{
    /// <summary>The crisis it went to; for an opening, the one that was opened or joined.</summary>
    public string? Crisis { get; init; }
}

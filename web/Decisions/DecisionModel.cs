using Crisis.Core.Escalation;

namespace Crisis.Web.Decisions;

/// <summary>The page of one decision: what it is about, and its one form.</summary>
public sealed record DecisionModel(CrisisState? State, string Brand, string Zone, string? Lead, DecisionFormModel Form)
{
    /// <summary>What was answered, when the form was sent; then there is no form to show.</summary>
    public DecisionReceipt? Receipt { get; init; }

    /// <summary>The person that a signed link was made for.</summary>
    public string? For { get; init; }

    /// <summary>A text that the decision is about: the step, the draft, the post.</summary>
    public string? About { get; init; }

    public string Back { get; init; } = "/";
}

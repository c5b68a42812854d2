using Crisis.Core.Response;

namespace Crisis.Web.Decisions;

/// <summary>
/// A form for one decision: where it goes, its token and its fields. <see cref="Key"/> makes ids of its elements
/// unique on a page with several forms.
/// </summary>
public sealed record DecisionFormModel(string Key, string Action, string Token, DecisionVerb Verb, IReadOnlyList<DecisionField> Fields)
{
    /// <summary>The button that this page is mainly for.</summary>
    public bool Primary { get; init; }

    /// <summary>Names of fields that were not filled as they must be.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>A text that the decision is about.</summary>
    public string? About { get; init; }

    /// <summary>What the button says when it is not the verb's own word.</summary>
    public string? Button { get; init; }
}

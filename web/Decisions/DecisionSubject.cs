using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Web.Decisions;

/// <summary>What a decision is about, as far as its form needs to know.</summary>
public sealed record DecisionSubject
{
    /// <summary>Null for what concerns no crisis.</summary>
    public CrisisState? State { get; init; }

    public required DateTimeOffset Now { get; init; }
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Other open crises of the watch.</summary>
    public IReadOnlyList<DecisionOption> OtherCrises { get; init; } = [];

    public IReadOnlyList<DecisionOption> Watches { get; init; } = [];

    /// <summary>The preventive action that is to be changed; null for a new one.</summary>
    public PreventiveAction? Action { get; init; }
}

using Crisis.Core.Response;
using Crisis.Web.Decisions;

namespace Crisis.Web.Problems;

/// <summary>The register of known problems of the visitor's watches, and the form for one more.</summary>
public sealed record ProblemsModel
{
    /// <summary>Not fixed yet, the longest known first.</summary>
    public required IReadOnlyList<KnownProblem> Open { get; init; }

    /// <summary>Fixed, the latest first.</summary>
    public required IReadOnlyList<KnownProblem> Fixed { get; init; }

    public required IReadOnlyList<DecisionOption> Watches { get; init; }

    /// <summary>What people name in the crises that are open, to choose from.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    public required string Token { get; init; }

    /// <summary>What is filled in already.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of fields that were not filled as they must be.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public string? Value(string name) => Given.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}

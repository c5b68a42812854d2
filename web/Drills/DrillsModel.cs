using Crisis.Web.Board;
using Crisis.Web.Decisions;

namespace Crisis.Web.Drills;

/// <summary>Drills that were played, and the form that starts one.</summary>
public sealed record DrillsModel
{
    public required IReadOnlyList<BoardCrisis> Drills { get; init; }
    public required IReadOnlyList<DecisionOption> Watches { get; init; }
    public required IReadOnlyList<DecisionOption> People { get; init; }
    public required string Token { get; init; }

    /// <summary>What was filled in before a fault.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of fields that were not filled as they must be.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

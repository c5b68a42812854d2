using Crisis.Core.Escalation;

namespace Crisis.Local.Drills;

/// <summary>What a drill came to.</summary>
internal sealed record DrillResult(
    IReadOnlyList<CrisisEvent> Events,
    IReadOnlyList<ExpectationOutcome> Expectations,
    int Rows,
    int Repeated,
    IReadOnlyList<string> Reports);

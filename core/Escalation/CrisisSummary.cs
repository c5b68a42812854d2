using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>One line of the board: what of a crisis is shown without opening it. Times UTC.</summary>
public sealed record CrisisSummary
{
    public required string Id { get; init; }
    public required string Watch { get; init; }
    public required CrisisCause Cause { get; init; }
    public required CrisisKind Kind { get; init; }
    public required int Severity { get; init; }
    public required CrisisStage Stage { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? ContainedAt { get; init; }
    public DateTimeOffset? RecoveredAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public CrisisEnd? End { get; init; }
    public string? Lead { get; init; }
    public bool Unattended { get; init; }
    public int Relapses { get; init; }
    public bool Drill { get; init; }
    public CrisisTotals Totals { get; init; } = CrisisTotals.None;

    /// <summary>The most named target, if any.</summary>
    public string? Topic { get; init; }

    /// <summary>When its loop wants to run next; null when its life is over.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    public bool Open => ClosedAt is null;

    public static CrisisSummary Of(CrisisState state) => new()
    {
        Id = state.Id,
        Watch = state.Watch,
        Cause = state.Cause,
        Kind = state.Kind,
        Severity = state.Severity,
        Stage = state.Stage,
        Since = state.Since,
        OpenedAt = state.OpenedAt,
        AcknowledgedAt = state.AcknowledgedAt,
        ContainedAt = state.ContainedAt,
        RecoveredAt = state.RecoveredAt,
        ClosedAt = state.ClosedAt,
        End = state.End,
        Lead = state.Lead,
        Unattended = state.Unattended,
        Relapses = state.Relapses,
        Drill = state.Drill,
        Totals = state.Totals,
        Topic = Largest(state.Spread?.Targets) ?? Largest(state.Signals is { Count: > 0 } signals ? signals[0].Evidence.Targets : null),
        WakeAt = state.WakeAt,
    };

    private static string? Largest(IReadOnlyList<EvidenceCount>? counts) => counts is { Count: > 0 } ? counts[0].Name : null;
}

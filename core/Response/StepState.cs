namespace Crisis.Core.Response;

/// <summary>How far a step of the playbook is.</summary>
public sealed record StepState(string Id, string? Owner, DateTimeOffset? DueAt, StepStatus Status)
{
    public string? By { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>What was noted, or why it was skipped; at most 300 characters.</summary>
    public string? Note { get; init; }

    /// <summary>When its owner was told that it is his; not again after that.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>When its owner was last told that it is overdue.</summary>
    public DateTimeOffset? RemindedAt { get; init; }
}

namespace Crisis.Core.Aftermath;

/// <summary>What is to be done so that it does not happen again. Followed until done, or dropped with a reason.</summary>
public sealed record PreventiveAction(string Id, string Text, string Owner, DateTimeOffset DueAt, ActionStatus Status)
{
    public string? Reason { get; init; }
    public DateTimeOffset? RemindedAt { get; init; }
}

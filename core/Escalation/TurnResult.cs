namespace Crisis.Core.Escalation;

/// <summary>How a turn of a crisis went.</summary>
/// <param name="WakeAt">When to take the next turn at the latest; null when its life is over or there is no such crisis.</param>
/// <param name="Failed">How many effects could not be carried out; they are owed and tried again.</param>
public sealed record TurnResult(DateTimeOffset? WakeAt, int Failed)
{
    /// <summary>Lines of its timeline so far.</summary>
    public int Lines { get; init; }
}

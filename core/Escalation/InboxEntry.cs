namespace Crisis.Core.Escalation;

/// <summary>A decision or an escalation on its way to a crisis, and what became of it.</summary>
public sealed record InboxEntry
{
    /// <summary>Id of the decision or escalation.</summary>
    public required string Id { get; init; }

    public required string Crisis { get; init; }

    /// <summary>When it was written here, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>A <see cref="Decided"/> or an <see cref="Escalated"/>.</summary>
    public required LifeInput Input { get; init; }

    public InboxOutcome Outcome { get; init; } = InboxOutcome.Waiting;

    /// <summary>Why it was refused, as a key such as <c>already-contained</c>.</summary>
    public string? Reason { get; init; }
}

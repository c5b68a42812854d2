namespace Crisis.Core.Response;

/// <summary>The proposal to pause planned publishing, and what the scheduler answered.</summary>
public sealed record PauseState(DateTimeOffset ProposedAt, DateTimeOffset? AnsweredAt, string? Answer)
{
    /// <summary>How often it was asked again because nobody could be reached, and when last.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>It was asked to go on again.</summary>
    public bool Resumed { get; init; }
}

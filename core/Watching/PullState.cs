using Crisis.Core.Mentions;

namespace Crisis.Core.Watching;

/// <summary>How one source of one watch stands: its cursor, when it is due, and how it has been doing. Times UTC.</summary>
public sealed record PullState
{
    public required string Watch { get; init; }
    public required string Source { get; init; }
    public required string Type { get; init; }
    public string? Cursor { get; init; }

    /// <summary>Not before this is the next pull due.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>A pull was handed to the queue at this time and has not been heard of since.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When it last brought anything.</summary>
    public DateTimeOffset? BroughtAt { get; init; }

    public SourceFailure? Failure { get; init; }

    /// <summary>What went wrong and what to do, for a person.</summary>
    public string? Trouble { get; init; }

    /// <summary>When that was last seen.</summary>
    public DateTimeOffset? TroubleAt { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Mentions brought and items skipped since the source was first pulled.</summary>
    public long Brought { get; init; }

    public long Skipped { get; init; }
}

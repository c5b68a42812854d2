namespace Crisis.Functions.Canaries;

/// <summary>How far a day's canary has come. Times UTC.</summary>
public sealed record CanaryRun(string Id, DateTimeOffset SentAt)
{
    public DateTimeOffset? ScoredAt { get; init; }

    public DateTimeOffset? NoticedAt { get; init; }

    /// <summary>The ways to operations that its notice went.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Why it went no further, for a person.</summary>
    public string? Trouble { get; init; }

    /// <summary>The last place where it was seen.</summary>
    public string Place => ScoredAt is null ? "between push and scoring" : "between scoring and notice";
}

using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>
/// What Detect gathered: the first posts, where it began, how it spreads. <see cref="DoublingMinutes"/> is null when
/// it does not grow.
/// </summary>
public sealed record SpreadReport
{
    public required DateTimeOffset At { get; init; }
    public IReadOnlyList<TellingPost> FirstPosts { get; init; } = [];
    public IReadOnlyList<TellingPost> LoudestPosts { get; init; } = [];

    /// <summary>Source of the earliest unusual mention.</summary>
    public string? BeganIn { get; init; }

    public double? DoublingMinutes { get; init; }
    public IReadOnlyList<EvidenceCount> Sources { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Targets { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Hashtags { get; init; } = [];
    public int Authors { get; init; }

    /// <summary>Share (0 to 1) of the mentions that the most active author wrote.</summary>
    public double LoudestAuthorShare { get; init; }
}

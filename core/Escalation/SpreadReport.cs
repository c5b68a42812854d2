using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>
/// Where a crisis began, how it spreads and what it is about, as of <see cref="At"/> (UTC): first gathered in Detect,
/// then again while it lasts. <see cref="DoublingMinutes"/> is null when it does not grow.
/// </summary>
public sealed record SpreadReport
{
    /// <summary>How fast it grows is true for so long; sources and targets stay what was found then.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public required DateTimeOffset At { get; init; }

    /// <summary>Begin of what was counted: the crisis's own, unless it has lasted for longer than a week. UTC.</summary>
    public DateTimeOffset? From { get; init; }

    public IReadOnlyList<TellingPost> FirstPosts { get; init; } = [];
    public IReadOnlyList<TellingPost> LoudestPosts { get; init; } = [];

    /// <summary>Source of the earliest unusual mention.</summary>
    public string? BeganIn { get; init; }

    public double? DoublingMinutes { get; init; }

    /// <summary>The shortest doubling time that was found at any time; null when it was never seen growing.</summary>
    public double? FastestDoublingMinutes { get; init; }

    public IReadOnlyList<EvidenceCount> Sources { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Targets { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Hashtags { get; init; } = [];
    public int Authors { get; init; }

    /// <summary>Share (0 to 1) of the mentions that the most active author wrote.</summary>
    public double LoudestAuthorShare { get; init; }

    /// <summary>Minutes in which it doubles at <paramref name="now"/> (UTC); null when it does not grow, or was not looked at lately.</summary>
    public double? DoublingAt(DateTimeOffset now) => now - At < Fresh ? DoublingMinutes : null;
}

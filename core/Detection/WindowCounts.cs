namespace Crisis.Core.Detection;

/// <summary>
/// Five minutes of one watch, or a part of them: every number is a plain sum, so that a window is the sum of the
/// partial counts stored with its mentions. Counts are 0 or more.
/// </summary>
public sealed record WindowCounts
{
    /// <summary>How long a window is.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>Begin, UTC, a multiple of five minutes; the window ends before <c>Start + Length</c>.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>All mentions but the brand's own posts.</summary>
    public int Mentions { get; init; }

    public int Negative { get; init; }
    public int Positive { get; init; }
    public int Neutral { get; init; }
    public int Unscored { get; init; }

    /// <summary>The brand's own posts.</summary>
    public int Own { get; init; }

    /// <summary>Sum of the authors' followers.</summary>
    public long Reach { get; init; }

    /// <summary>How many came later than the grace time allowed.</summary>
    public int Late { get; init; }

    /// <summary>How many different authors.</summary>
    public DistinctSketch Authors { get; init; } = DistinctSketch.Empty;

    /// <summary>Scored and negative mentions by analyser: baselines never mix analysers.</summary>
    public IReadOnlyDictionary<string, FacetCount> Analysers { get; init; } = NoFacets;

    /// <summary>Counts by facet, at most <see cref="MostFacets"/>: the largest are kept.</summary>
    public IReadOnlyDictionary<string, FacetCount> Facets { get; init; } = NoFacets;

    public const int MostFacets = 120;

    private static readonly Dictionary<string, FacetCount> NoFacets = [];

    /// <summary>Negative mentions that do not laugh.</summary>
    public int Complaints => Facets.TryGetValue(Crisis.Core.Mentions.Facet.Laughing, out var laughing) ? Math.Max(0, Negative - laughing.Negative) : Negative;

    /// <summary>The window that an instant falls into.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % Length.Ticks), TimeSpan.Zero);
    }
}

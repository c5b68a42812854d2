using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection.Signals;

/// <summary>What a detector may look at: the last hour of a watch by windows, and what is usual for it.</summary>
public sealed record DetectionContext
{
    /// <summary>The share of mentions that a facet may have that was never seen, on the first day.</summary>
    private const double Unseen = 0.003;

    private const double Day = 288;

    /// <summary>Windows of <see cref="Lately"/>: twenty minutes and the one that runs.</summary>
    internal const int LateWindows = 5;

    private WindowCounts? lately;

    public required Watch Watch { get; init; }

    /// <summary>When somebody looks, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The windows of the last hour, oldest first; the last may still be open.</summary>
    public required IReadOnlyList<WindowCounts> Windows { get; init; }

    /// <summary>Their sum.</summary>
    public required WindowCounts Hour { get; init; }

    /// <summary>The sum of the newest of them: what a conversation has turned into, not what it was.</summary>
    public WindowCounts Lately => lately ??= WindowSum.Of(Now, [.. Windows.Where(window => window.Start > Now - (LateWindows * WindowCounts.Length))]);

    public required WatchHabits Habits { get; init; }

    /// <summary>How many times the usual this hour of the week, or a planned event, makes one expect; 1 or more.</summary>
    public double Season { get; init; } = 1;

    /// <summary>Windows before this hour in which nothing could be read: what they held back may arrive now.</summary>
    public int Missed { get; init; }

    /// <summary>Of the posts that draw a crowd, those that the brand wrote itself, as <c>source|id</c>.</summary>
    public IReadOnlySet<string> OwnPosts { get; init; } = new HashSet<string>();

    /// <summary>Of those, the ones that carry a planned event's hashtag: the campaign's own posts, by the event's name.</summary>
    public IReadOnlyDictionary<string, string> CampaignPosts { get; init; } = new Dictionary<string, string>();

    /// <summary>Needed of anything that is counted: careful watches ask for more, eager ones for less.</summary>
    public double Demand => Watch.Sensitivity switch { Sensitivity.Careful => 1.5, Sensitivity.Eager => 0.7, _ => 1 };

    /// <summary>
    /// What the last hour usually brings of a facet (see <see cref="WatchHabits.Rates"/>), after an outage more. When much
    /// more is said than usual, more of everything is: only what grows beyond that stands out. And what was never seen is
    /// rare, not impossible, the less so the younger the watch.
    /// </summary>
    public double Expected(string facet)
    {
        var known = Habits.RateOf(facet) * (Windows.Count + Missed) * Math.Max(Season, Growth);
        return known + (Unseen * Scored(Hour) * Day / (Day + Habits.Windows));
    }

    /// <summary>How many times the usual number of opinions the hour brought, 1 or more.</summary>
    public double Growth => Math.Max(1, (Scored(Hour) + 1) / ((Habits.Scored * (Windows.Count + Missed)) + 1));

    /// <summary>How unlikely so many are, −log10; counts of people vary more than by chance alone.</summary>
    public static double Surprise(double observed, double expected) => NegativeBinomial.UpperSurprise(observed, Math.Max(expected, 0.02), 0.25);

    /// <summary>Different people behind a count; where a source names nobody, every mention stands for one.</summary>
    public int Voices(FacetCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return Hour.Authors.Count == 0 ? count.Mentions : count.Authors.Count;
    }

    private static double Scored(WindowCounts counts) => counts.Positive + counts.Neutral + counts.Negative;

    /// <summary>Begin of the first window of the hour that has the facet.</summary>
    public DateTimeOffset SinceOf(string facet) => Windows.FirstOrDefault(window => window.Facets.ContainsKey(facet))?.Start ?? Hour.Start;

    /// <summary>Facets of a kind in the last hour, by the value behind it.</summary>
    public IEnumerable<(string Name, FacetCount Count)> Of(string kind)
    {
        foreach (var (facet, count) in Hour.Facets)
        {
            if (facet.StartsWith(kind, StringComparison.Ordinal)) yield return (facet[kind.Length..], count);
        }
    }

    /// <summary>A finding with the fields that are the same for all.</summary>
    public Signal Signal(string detector, CrisisCause cause, CrisisKind kind, int severity, DateTimeOffset since, double observed, double expected) => new()
    {
        Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Watch.Id}-{detector}-{Windows[^1].Start.UtcDateTime:yyyyMMddHHmm}"),
        Watch = Watch.Id,
        Detector = detector,
        Cause = cause,
        Kind = kind,
        Severity = severity,
        At = Now,
        Since = since,
        Observed = observed,
        Expected = expected,
        Surprise = Surprise(observed, expected),
    };
}

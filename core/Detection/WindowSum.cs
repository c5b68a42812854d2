namespace Crisis.Core.Detection;

/// <summary>Adds windows up.</summary>
internal static class WindowSum
{
    /// <summary>The sum of all, begun at the first one's start (or at <paramref name="start"/> when there is none).</summary>
    public static WindowCounts Of(DateTimeOffset start, IReadOnlyList<WindowCounts> windows)
    {
        if (windows.Count == 1) return windows[0];
        var facets = new Dictionary<string, FacetCount>();
        var analysers = new Dictionary<string, FacetCount>();
        var authors = DistinctSketch.Empty;
        foreach (var window in windows)
        {
            authors = authors.Union(window.Authors);
            Add(facets, window.Facets);
            Add(analysers, window.Analysers);
        }

        return new WindowCounts
        {
            Start = windows.Count > 0 ? windows[0].Start : start,
            Mentions = windows.Sum(window => window.Mentions),
            Negative = windows.Sum(window => window.Negative),
            Positive = windows.Sum(window => window.Positive),
            Neutral = windows.Sum(window => window.Neutral),
            Unscored = windows.Sum(window => window.Unscored),
            Own = windows.Sum(window => window.Own),
            Reach = windows.Sum(window => window.Reach),
            Late = windows.Sum(window => window.Late),
            Authors = authors,
            Analysers = analysers,
            Facets = facets,
        };
    }

    private static void Add(Dictionary<string, FacetCount> sums, IReadOnlyDictionary<string, FacetCount> counts)
    {
        foreach (var (name, count) in counts)
        {
            sums[name] = sums.TryGetValue(name, out var sum)
                ? new FacetCount(sum.Mentions + count.Mentions, sum.Negative + count.Negative, sum.Authors.Union(count.Authors))
                : count;
        }
    }
}

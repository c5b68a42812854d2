using System.Runtime.InteropServices;

namespace Crisis.Core.Detection;

/// <summary>Adds windows up.</summary>
internal static class WindowSum
{
    /// <summary>The sum of all, begun at the first one's start (or at <paramref name="start"/> when there is none).</summary>
    public static WindowCounts Of(DateTimeOffset start, IReadOnlyList<WindowCounts> windows)
    {
        if (windows.Count == 1) return windows[0];
        var facets = new Dictionary<string, FacetSum>(StringComparer.Ordinal);
        var analysers = new Dictionary<string, FacetSum>(StringComparer.Ordinal);
        var authors = new List<DistinctSketch>(windows.Count);
        int mentions = 0, negative = 0, positive = 0, neutral = 0, unscored = 0, own = 0, late = 0;
        long reach = 0;
        for (var i = 0; i < windows.Count; i++)
        {
            var window = windows[i];
            mentions += window.Mentions;
            negative += window.Negative;
            positive += window.Positive;
            neutral += window.Neutral;
            unscored += window.Unscored;
            own += window.Own;
            reach += window.Reach;
            late += window.Late;
            if (!ReferenceEquals(window.Authors, DistinctSketch.Empty)) authors.Add(window.Authors);
            Add(facets, window.Facets);
            Add(analysers, window.Analysers);
        }

        return new WindowCounts
        {
            Start = windows.Count > 0 ? windows[0].Start : start,
            Mentions = mentions,
            Negative = negative,
            Positive = positive,
            Neutral = neutral,
            Unscored = unscored,
            Own = own,
            Reach = reach,
            Late = late,
            Authors = DistinctSketch.Of(authors),
            Analysers = Counts(analysers),
            Facets = Counts(facets),
        };
    }

    private static void Add(Dictionary<string, FacetSum> sums, IReadOnlyDictionary<string, FacetCount> counts)
    {
        if (counts is Dictionary<string, FacetCount> plain)
        {
            // Without the allocation of an enumerator that the interface would cost.
            foreach (var (name, count) in plain) Add(sums, name, count);
            return;
        }

        foreach (var (name, count) in counts) Add(sums, name, count);
    }

    private static void Add(Dictionary<string, FacetSum> sums, string name, FacetCount count)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, name, out _);
        (sum ??= new FacetSum()).Add(count);
    }

    private static Dictionary<string, FacetCount> Counts(Dictionary<string, FacetSum> sums)
    {
        var counts = new Dictionary<string, FacetCount>(sums.Count, StringComparer.Ordinal);
        foreach (var (name, sum) in sums) counts.Add(name, sum.ToCount());
        return counts;
    }
}

using Crisis.Core.Detection;

namespace Crisis.Core.Aftermath.Charts;

/// <summary>Puts windows into the three phases of a crisis.</summary>
public static class Reputation
{
    /// <param name="points">Windows in any order.</param>
    /// <param name="since">Begin of the first unusual window.</param>
    /// <param name="calm">When it was over: recovered or closed; null while it lasts.</param>
    /// <returns>The phases that have any window, in order.</returns>
    public static IReadOnlyList<ReputationPhase> Of(IReadOnlyList<SeriesPoint> points, DateTimeOffset since, DateTimeOffset? calm)
    {
        ArgumentNullException.ThrowIfNull(points);
        return
        [
            .. points.GroupBy(p => p.Start < since ? "before" : p.Start < (calm ?? DateTimeOffset.MaxValue) ? "during" : "after", StringComparer.Ordinal)
                .OrderBy(g => g.Min(p => p.Start))
                .Select(g => Phase(g.Key, [.. g])),
        ];
    }

    private static ReputationPhase Phase(string key, IReadOnlyList<SeriesPoint> points)
    {
        var sources = points.SelectMany(p => p.Sources)
            .GroupBy(s => s.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (g.Sum(s => (long)s.Value.Mentions), g.Sum(s => (long)s.Value.Negative)), StringComparer.Ordinal);
        return new ReputationPhase(key, points.Count * WindowCounts.Length.TotalHours, points.Sum(p => (long)p.Mentions), points.Sum(p => (long)p.Negative), sources);
    }
}

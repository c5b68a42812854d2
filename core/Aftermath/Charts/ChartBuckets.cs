using Crisis.Core.Detection;

namespace Crisis.Core.Aftermath.Charts;

/// <summary>Brings windows down to as many points as a screen can show.</summary>
public static class ChartBuckets
{
    private static readonly int[] Sizes = [1, 2, 3, 6, 12, 24, 36, 72, 144, 288];

    /// <summary>At most <paramref name="most"/> buckets (more only beyond 288 windows each), oldest first.</summary>
    public static IReadOnlyList<ChartBucket> Of(IReadOnlyList<SeriesPoint> points, int most = 120)
    {
        ArgumentNullException.ThrowIfNull(points);
        var size = Sizes.FirstOrDefault(s => (points.Count + s - 1) / s <= most, Sizes[^1]);
        return [.. points.Chunk(size).Select(Bucket)];
    }

    private static ChartBucket Bucket(SeriesPoint[] part) =>
        new(part[0].Start, WindowCounts.Length * part.Length, part.Average(p => p.Mentions), part.Average(p => p.Negative))
        {
            ExpectedMentions = Mean(part, p => p.ExpectedMentions),
            HighMentions = Mean(part, p => p.HighMentions),
            ExpectedNegative = Mean(part, p => p.ExpectedNegative),
            HighNegative = Mean(part, p => p.HighNegative),
        };

    /// <summary>Null unless all windows have one: half an expectation is none.</summary>
    private static double? Mean(SeriesPoint[] part, Func<SeriesPoint, double?> value) =>
        part.All(p => value(p) is not null) ? part.Average(p => value(p)!.Value) : null;
}

namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>
/// Months of five-minute counts, put together from whole days of one real series that lie outside its labelled windows
/// and six hours around them, one to three in a row, at their own time of day.
/// </summary>
internal sealed class QuietStretches
{
    private const int Day = 288, Guard = 72, MostDays = 3, DaysOfMonth = 30;
    private readonly NabSeries series;
    private readonly List<int> days;

    public QuietStretches(NabSeries series)
    {
        this.series = series;
        var all = series.Counts.Length / Day;
        days = [.. Enumerable.Range(0, all).Where(day => IsQuiet(day * Day))];
        Mean = days.Average(day => series.Counts.AsSpan(day * Day, Day).ToArray().Average());
    }

    public string Name => series.Name;

    /// <summary>Mentions a window of the quiet days.</summary>
    public double Mean { get; }

    /// <summary>When a month begins, UTC: the series' own time of day.</summary>
    public DateTimeOffset Begin => Core.Detection.WindowCounts.StartOf(series.Times[0]);

    /// <summary>A month of counts, each mention kept by that chance.</summary>
    public int[] Month(Random random, double kept)
    {
        var counts = new int[DaysOfMonth * Day];
        for (var day = 0; day < DaysOfMonth;)
        {
            var from = random.Next(days.Count);
            var length = random.Next(1, MostDays + 1);
            for (var next = 0; next < length && day < DaysOfMonth && from + next < days.Count && days[from + next] == days[from] + next; next++, day++)
            {
                for (var row = 0; row < Day; row++) counts[(day * Day) + row] = Thin(random, (int)series.Counts[(days[from + next] * Day) + row], kept);
            }
        }

        return counts;
    }

    /// <summary>A binomial draw: skips from one that is kept to the next.</summary>
    public static int Thin(Random random, int count, double kept)
    {
        if (kept >= 1) return count;
        if (kept <= 0) return 0;
        var failed = Math.Log(1 - kept);
        var taken = 0;
        for (double at = 0; ; taken++)
        {
            at += Math.Floor(Math.Log(1 - random.NextDouble()) / failed) + 1;
            if (at > count) return taken;
        }
    }

    private bool IsQuiet(int row)
    {
        var from = Math.Max(0, row - Guard);
        return !series.InWindow.AsSpan(from, Math.Min(series.InWindow.Length, row + Day + Guard) - from).Contains(true);
    }
}

namespace Crisis.Core.Aftermath.Charts;

/// <summary>Where a time axis is labelled: at whole local hours or days, four to seven of them.</summary>
public static class ChartTicks
{
    private static readonly int[] Hours = [1, 2, 3, 6, 12, 24, 48, 96, 168];

    public static IReadOnlyList<DateTimeOffset> Of(DateTimeOffset from, DateTimeOffset until, TimeSpan offset)
    {
        var span = until - from;
        if (span <= TimeSpan.Zero) return [];
        var minutes = span < TimeSpan.FromHours(1.5) ? 15 : span < TimeSpan.FromHours(3.5) ? 30
            : Hours.FirstOrDefault(h => span.TotalHours / h <= 7, Hours[^1]) * 60;
        var step = TimeSpan.FromMinutes(minutes).Ticks;
        var local = (from + offset).UtcTicks;
        var first = ((local + step - 1) / step * step) - offset.Ticks;
        var ticks = new List<DateTimeOffset>();
        for (var at = first; at < until.UtcTicks; at += step) ticks.Add(new DateTimeOffset(at, TimeSpan.Zero));
        return ticks;
    }
}

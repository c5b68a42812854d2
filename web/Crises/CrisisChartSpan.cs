using System.Globalization;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;

namespace Crisis.Web.Crises;

/// <summary>Which time a crisis's chart shows.</summary>
internal static class CrisisChartSpan
{
    private static readonly int[] Known = [6, 24, 72, 0];

    /// <summary>A week of windows at most: longer crises show their last week.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Hours shown, 0 for all. Unless asked: all while it is young, else the last day.</summary>
    public static int Hours(string? asked, CrisisState state, DateTimeOffset now) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && Known.Contains(hours) ? hours
        : End(state, now) - state.Since < TimeSpan.FromHours(30) ? 0 : 24;

    public static (DateTimeOffset From, DateTimeOffset Before) Of(CrisisState state, int hours, DateTimeOffset now)
    {
        var end = WindowCounts.StartOf(End(state, now)) + WindowCounts.Length;
        var begin = hours > 0 ? end - TimeSpan.FromHours(hours) : state.Since - TimeSpan.FromHours(2);
        if (end - begin > Longest) begin = end - Longest;
        return (WindowCounts.StartOf(begin), end);
    }

    private static DateTimeOffset End(CrisisState state, DateTimeOffset now) =>
        state.ClosedAt is { } closed && closed < now ? closed : now;
}

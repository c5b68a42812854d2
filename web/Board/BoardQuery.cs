using Crisis.Core.Aftermath.Charts;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;
using Crisis.Web.Charts;
using Crisis.Web.Hosting;

namespace Crisis.Web.Board;

/// <summary>Reads what the board shows: lines of crises, and the last hours of each watch.</summary>
public sealed class BoardQuery(CrisisTable crises, IWatchSeries series, BoardActivity activity)
{
    private static readonly TimeSpan Shown = TimeSpan.FromHours(6);
    private const int MostWatches = 40;

    public async ValueTask<BoardModel> ReadAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var open = Seen(await crises.ListOpenAsync(visit.Cancellation), visit);
        var recent = Seen(await crises.ListAsync(40, null, visit.Cancellation), visit);
        var tiles = new List<WatchTile>();
        var watches = Watches(visit, open).Take(MostWatches).ToList();
        foreach (var watch in watches)
            tiles.Add(await TileAsync(watch, open.Count(c => c.Watch == watch.Id), visit));
        return new BoardModel
        {
            Watches = tiles,
            Open = [.. open.OrderBy(c => c.Severity).ThenByDescending(c => c.OpenedAt).Select(c => Card(c, visit) with { Tile = tiles.Find(t => t.Id == c.Watch) })],
            Closed = [.. recent.Where(c => !c.Open).Take(8).Select(c => Card(c, visit))],
            Faults = activity.Faults(),
            HeldBack = await activity.HeldBackAsync(watches, visit),
            Sources = await activity.SourcesAsync(watches, visit),
            Poison = await activity.PoisonAsync(visit),
            Notices = await activity.NoticesAsync(open, visit),
        };
    }

    private static List<CrisisSummary> Seen(IReadOnlyList<CrisisSummary> all, PageVisit visit) =>
        [.. all.Where(c => visit.Visitor!.Sees(visit.Config.WatchOf(c.Watch)))];

    /// <summary>Configured watches, and those that only a crisis names (a drill's, say).</summary>
    private static IEnumerable<Watch> Watches(PageVisit visit, List<CrisisSummary> open) =>
        visit.Config.Watches.Values.Where(visit.Visitor!.Sees)
            .Concat(open.Select(c => visit.Config.WatchOf(c.Watch)))
            .DistinctBy(w => w.Id)
            .OrderByDescending(w => open.Any(c => c.Watch == w.Id))
            .ThenBy(w => w.Name, StringComparer.Ordinal);

    private async ValueTask<WatchTile> TileAsync(Watch watch, int open, PageVisit visit)
    {
        var before = WindowCounts.StartOf(visit.Now) + WindowCounts.Length;
        var points = await series.ReadAsync(watch.Id, before - Shown, before, visit.Cancellation);
        var hour = points.Where(p => p.Start >= before - TimeSpan.FromHours(1)).ToList();
        double? expected = hour.Count > 0 && hour.TrueForAll(p => p.ExpectedMentions is not null) ? hour.Sum(p => p.ExpectedMentions!.Value) : null;
        return new WatchTile(watch.Id, watch.Name, ChartBuckets.Of(points, 72), hour.Sum(p => p.Mentions), hour.Sum(p => p.Negative), expected, open);
    }

    internal static BoardCrisis Card(CrisisSummary crisis, PageVisit visit)
    {
        var watch = visit.Config.WatchOf(crisis.Watch);
        var lead = visit.Config.TeamOf(watch.Team).People.FirstOrDefault(p => p.Id == crisis.Lead)?.Name ?? crisis.Lead;
        return new BoardCrisis(crisis, watch.Name, watch.TimeZone, lead);
    }
}

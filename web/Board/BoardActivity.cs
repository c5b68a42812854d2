using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Crises;
using Crisis.Web.Hosting;

namespace Crisis.Web.Board;

/// <summary>Reads what happens around the crises: faults of the configuration, held-back signals, sources, poison, the latest notices.</summary>
public sealed class BoardActivity(SignalLog signals, PullStates pulls, CrisisTable crises, Timeline timeline, IEnumerable<IPoisonMessages> poison, IConfigSource config)
{
    private const int MostFaults = 10, MostHeldBack = 6, MostNotices = 6, LastLines = 20, CrisesLookedAt = 5;

    /// <summary>Why a changed configuration is not in use: a watch that somebody believes to run may not.</summary>
    public IReadOnlyList<ConfigFault> Faults() => [.. config.Faults.Take(MostFaults)];

    public async ValueTask<IReadOnlyList<SignalRecord>> HeldBackAsync(IEnumerable<Watch> watches, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(watches);
        ArgumentNullException.ThrowIfNull(visit);
        var all = new List<SignalRecord>();
        foreach (var watch in watches)
            all.AddRange((await signals.ListAsync(watch.Id, 20, visit.Cancellation)).Where(s => !s.Escalated));
        return [.. all.OrderByDescending(s => s.Signal.At).Take(MostHeldBack)];
    }

    /// <summary>Sources in trouble first.</summary>
    public async ValueTask<IReadOnlyList<PullState>> SourcesAsync(IEnumerable<Watch> watches, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(watches);
        ArgumentNullException.ThrowIfNull(visit);
        var all = new List<PullState>();
        foreach (var watch in watches) all.AddRange(await pulls.ListAsync(watch.Id, visit.Cancellation));
        return [.. all.OrderByDescending(s => s.Failures).ThenBy(s => s.Watch, StringComparer.Ordinal).Take(30)];
    }

    /// <summary>Poison concerns the machine room and may hold anything: its content is not shown.</summary>
    public async ValueTask<IReadOnlyList<PoisonMessage>> PoisonAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var all = new List<PoisonMessage>();
        foreach (var queues in poison) all.AddRange(await queues.ListAsync(10, visit.Cancellation));
        return all;
    }

    public async ValueTask<IReadOnlyList<BoardNotice>> NoticesAsync(IEnumerable<CrisisSummary> open, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(visit);
        var all = new List<BoardNotice>();
        foreach (var crisis in open.Take(CrisesLookedAt))
        {
            var watch = visit.Config.WatchOf(crisis.Watch);
            var people = visit.Config.TeamOf(watch.Team).People.ToDictionary(p => p.Id, p => p.Name);
            var lines = (await crises.FindAsync(crisis.Id, visit.Cancellation))?.Lines ?? 0;
            foreach (var line in await timeline.ReadAsync(crisis.Id, Math.Max(0, lines - LastLines), LastLines, visit.Cancellation))
            {
                if (line.Event is not ("notice" or "notice-failed")) continue;
                var name = RecipientName.Of(line.Detail.GetValueOrDefault("to", ""), people, visit.Words);
                all.Add(new BoardNotice(line.At, watch.TimeZone, crisis.Id, name, line.Detail.GetValueOrDefault("reason"), line.Event != "notice"));
            }
        }

        return [.. all.OrderByDescending(n => n.At).Take(MostNotices)];
    }
}

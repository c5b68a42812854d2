using Crisis.Core.Escalation;
using Crisis.Core.Notices.Delivery;
using Crisis.Web.Hosting;

namespace Crisis.Web.Crises;

/// <summary>Who was told what over which channel, when, and what failed why.</summary>
public sealed class NoticesPage(CrisisTable crises, NoticeLog log) : IPage
{
    private const int MostLines = 300;

    public string Path => "/crises/{id}/notices";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var state = await crises.FindAsync(visit.Place("id"), visit.Cancellation);
        if (state is null || visit.Config.WatchOf(state.Watch) is not { } watch || !visit.Visitor!.Sees(watch)) return PageAnswer.NotFound;
        var all = await log.OfCrisisAsync(state.Id, visit.Cancellation);
        var people = visit.Config.TeamOf(watch.Team).People.Concat(state.Plan?.People ?? []).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name);
        var model = new NoticesModel(state, watch.Name, watch.TimeZone, people, [.. all.Reverse().Take(MostLines)]) { More = Math.Max(0, all.Count - MostLines) };
        return new PageAnswer.View(typeof(NoticesView), model, $"{visit.Words["deliveries.title"]} · {watch.Name}") { Section = "board" };
    }
}

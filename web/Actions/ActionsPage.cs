using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;

namespace Crisis.Web.Actions;

/// <summary>
/// Preventive actions of all crises in one place: what is still open, whose it is and since when it is late; and what was
/// done or dropped, with the reason. An action is changed where it belongs, in its crisis.
/// </summary>
public sealed class ActionsPage(CrisisTable crises) : IPage
{
    /// <summary>Each crisis is read whole: so many of the newest tell what was settled lately.</summary>
    private const int NewestRead = 20;

    public string Path => "/actions";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);

        // A crisis lives as long as one of its actions is open, however old it is.
        var live = await crises.ListLiveAsync(visit.Cancellation);
        var newest = await crises.ListAsync(NewestRead, null, visit.Cancellation);
        var all = new List<CrisisAction>();
        foreach (var crisis in live.Concat(newest).DistinctBy(c => c.Id).Where(c => !c.Drill && visit.Visitor!.Sees(visit.Config.WatchOf(c.Watch))))
        {
            if (await crises.FindAsync(crisis.Id, visit.Cancellation) is not { } state) continue;
            var people = visit.Config.TeamOf(visit.Config.WatchOf(crisis.Watch).Team).People;
            all.AddRange(state.Aftermath.Actions.Select(a => new CrisisAction(crisis, a, people.FirstOrDefault(p => p.Id == a.Owner)?.Name ?? a.Owner)));
        }

        var model = new ActionsModel
        {
            Open = [.. all.Where(a => a.Action.Status == ActionStatus.Open).OrderBy(a => a.Action.DueAt).ThenBy(a => a.Crisis.Id, StringComparer.Ordinal)],
            Settled = [.. all.Where(a => a.Action.Status != ActionStatus.Open).OrderByDescending(a => a.Crisis.OpenedAt).ThenBy(a => a.Action.DueAt)],
        };
        return new PageAnswer.View(typeof(ActionsView), model, visit.Words["nav.actions"]) { Section = "actions" };
    }
}

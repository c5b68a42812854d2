using Crisis.Core.Escalation;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Crises;

/// <summary>What the forms of a crisis need to know around it.</summary>
internal static class CrisisSubjects
{
    public static async ValueTask<DecisionSubject> OfAsync(CrisisTable crises, CrisisState state, PageVisit visit, string? action = null)
    {
        var open = await crises.ListOpenAsync(visit.Cancellation);
        var watch = visit.Config.WatchOf(state.Watch);
        return new DecisionSubject
        {
            State = state,
            Now = visit.Now,
            People = visit.Config.TeamOf(watch.Team).People,
            OtherCrises = [.. open.Where(c => c.Watch == state.Watch && c.Id != state.Id).Select(c => new DecisionOption(c.Id, $"{visit.Words.Name("kind", c.Kind)} · {c.Id}"))],
            Action = state.Aftermath.Actions.FirstOrDefault(a => a.Id == action),
        };
    }
}

using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Escalation;
using Crisis.Web.Board;
using Crisis.Web.Hosting;

namespace Crisis.Web.Drills;

/// <summary>Reads past crises of the visitor's watches.</summary>
public sealed class PastCrises(CrisisTable crises)
{
    public async ValueTask<PageAnswer> ViewAsync(PageVisit visit, string section, Func<CrisisSummary, bool> wanted, IReadOnlyList<LessonCase>? cases = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var all = await crises.ListAsync(300, null, visit.Cancellation);
        var shown = all.Where(c => wanted(c) && visit.Visitor!.Sees(visit.Config.WatchOf(c.Watch))).Take(60);
        var model = new PastCrisesModel(section, [.. shown.Select(c => BoardQuery.Card(c, visit))]) { Cases = cases ?? [] };
        return new PageAnswer.View(typeof(PastCrisesView), model, visit.Words[$"nav.{section}"]) { Section = section };
    }
}

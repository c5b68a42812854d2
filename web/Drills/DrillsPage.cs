using Crisis.Web.Hosting;

namespace Crisis.Web.Drills;

/// <summary>The drills that were played, and how the team did.</summary>
public sealed class DrillsPage(PastCrises past) : IPage
{
    public string Path => "/drills";

    public ValueTask<PageAnswer> GetAsync(PageVisit visit) => past.ViewAsync(visit, "drills", c => c.Drill);
}

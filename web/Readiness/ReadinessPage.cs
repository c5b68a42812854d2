using Crisis.Web.Hosting;

namespace Crisis.Web.Readiness;

/// <summary>Whether the team is ready before anything happens.</summary>
public sealed class ReadinessPage(ReadinessQuery query) : IPage
{
    public string Path => "/readiness";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new PageAnswer.View(typeof(ReadinessView), await query.ReadAsync(visit), visit.Words["nav.readiness"]) { Section = "readiness" };
    }
}

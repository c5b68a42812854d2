using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;

namespace Crisis.Web.Health;

/// <summary>For monitors: whether the store answers and whether loops are behind. Names no crisis and no brand.</summary>
public sealed class HealthPage(CrisisTable crises) : IPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Path => "/health";

    public PageAccess Access => PageAccess.Anybody;

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var live = await crises.ListLiveAsync(visit.Cancellation);
        var late = live.Count(c => c.WakeAt is { } wake && wake + Patience < visit.Now);
        var health = new { status = late == 0 ? "ok" : "behind", open = live.Count(c => c.Open), behind = late, at = visit.Now };
        return new PageAnswer.Content(JsonSerializer.SerializeToUtf8Bytes(health, CrisisJson.Options), "application/json") { Status = late == 0 ? 200 : 503 };
    }
}

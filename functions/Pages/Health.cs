using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Pages;

/// <summary>
/// <c>GET /health</c> for monitors: whether the store answers and whether loops of crises are behind. Names no crisis
/// and no brand. Idempotent: it only reads.
/// </summary>
public sealed class Health(CrisisTable crises, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    [Function(nameof(Health))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var live = await crises.ListLiveAsync(cancellation);
        var behind = live.Count(crisis => crisis.WakeAt is { } wake && wake + Patience < now);
        var body = JsonSerializer.Serialize(new { status = behind == 0 ? "ok" : "behind", open = live.Count(crisis => crisis.Open), behind, at = now }, CrisisJson.Options);
        return new ContentResult { Content = body, ContentType = "application/json", StatusCode = behind == 0 ? 200 : 503 };
    }
}

using System.Diagnostics;
using Crisis.Functions.Hosting;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Mentions;

/// <summary>
/// <c>POST /mentions</c>: any tool brings mentions. Idempotent: a mention pushed twice is stored once; the answer comes
/// when the batch is on its queue.
/// </summary>
public sealed class PushMentions(AppSecrets secrets, AppTraces traces)
{
    [Function(nameof(PushMentions))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mentions")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = traces.Begin("push", kind: ActivityKind.Server);
        await PushEndpoint.HandleAsync(request.HttpContext, secrets.Need("push-key"));
        return new EmptyResult();
    }
}

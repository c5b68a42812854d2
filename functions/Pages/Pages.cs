using Crisis.Functions.Azure;
using Crisis.Functions.Hosting;
using Crisis.Functions.Operations;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Pages;

/// <summary>
/// All pages and decisions behind one catch-all route, and the doors for machines that no function of their own has. Idempotent: a
/// form carries a token, and a decision an id made from it, so that a form sent twice decides once.
/// </summary>
public sealed class Pages(PageHost pages, OperationsDoor operations, AppSecrets secrets, DurableStarter starter)
{
    [Function(nameof(Pages))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        ArgumentNullException.ThrowIfNull(request);
        starter.Use(client);
        // Which route a host tries first when a catch-all is among them is not promised: a push that comes here is one, too.
        if (HttpMethods.IsPost(request.Method) && request.Path == "/mentions") await PushEndpoint.HandleAsync(request.HttpContext, secrets.Need("push-key"));
        else if (OperationsDoor.Is(request)) await operations.HandleAsync(request.HttpContext);
        else await pages.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }
}

using System.Diagnostics;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Watching;

/// <summary>
/// Pulls one source from its cursor. Idempotent: the cursor moves only after the mentions are on their queue, so a
/// redelivery brings the same page again, and the store takes each mention once.
/// </summary>
public sealed class PullMentions(PullHandler handler, AppTraces traces)
{
    [Function(nameof(PullMentions))]
    public async Task RunAsync([QueueTrigger(QueueNames.Pulls)] string body, CancellationToken cancellation)
    {
        var (text, parent) = TraceEnvelope.Open(body);
        using var span = traces.Begin("pull", parent, ActivityKind.Consumer);
        await handler.HandleAsync(JsonSerializer.Deserialize<PullMessage>(text, CrisisJson.Options)!, cancellation);
    }
}

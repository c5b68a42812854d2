using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Watching;

/// <summary>
/// Pulls one source from its cursor. Idempotent: the cursor moves only after the mentions are on their queue, so a
/// redelivery brings the same page again, and the store takes each mention once.
/// </summary>
public sealed class PullMentions(PullHandler handler)
{
    [Function(nameof(PullMentions))]
    public async Task RunAsync([QueueTrigger(QueueNames.Pulls)] string body, CancellationToken cancellation) =>
        await handler.HandleAsync(JsonSerializer.Deserialize<PullMessage>(body, CrisisJson.Options)!, cancellation);
}

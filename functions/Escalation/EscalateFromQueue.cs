using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Escalation;

/// <summary>
/// The twin of <see cref="Escalate"/> on a storage queue; one of the two is disabled by setting. Idempotent: the handler sends a redelivery
/// where the first delivery went.
/// </summary>
public sealed class EscalateFromQueue(EscalationHandler handler, DurableStarter starter)
{
    [Function(nameof(EscalateFromQueue))]
    public async Task RunAsync([QueueTrigger(QueueNames.Escalations)] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        starter.Use(client);
        await handler.HandleAsync(JsonSerializer.Deserialize<CrisisEscalation>(body, CrisisJson.Options)!, cancellation);
    }
}

using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Escalation;

/// <summary>
/// Escalations from Service Bus. Idempotent: the queue drops a repeated message id, and the handler sends a redelivery
/// where the first delivery went.
/// </summary>
public sealed class Escalate(EscalationHandler handler, DurableStarter starter)
{
    [Function(nameof(Escalate))]
    public async Task RunAsync([ServiceBusTrigger(QueueNames.Escalations, Connection = "ServiceBus")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        starter.Use(client);
        await handler.HandleAsync(JsonSerializer.Deserialize<CrisisEscalation>(body, CrisisJson.Options)!, cancellation);
    }
}

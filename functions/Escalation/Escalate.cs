using Crisis.Core.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Escalation;

/// <summary>
/// Escalations from Service Bus. Idempotent: the queue drops a repeated message id, and the handler sends a redelivery
/// where the first delivery went.
/// </summary>
public sealed class Escalate(EscalationDesk desk)
{
    [Function(nameof(Escalate))]
    public async Task RunAsync([ServiceBusTrigger(QueueNames.Escalations, Connection = "ServiceBus")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        await desk.TakeAsync(body, client, cancellation);
}

using Crisis.Core.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Escalation;

/// <summary>
/// The twin of <see cref="Escalate"/> on a storage queue; one of the two is disabled by setting. Idempotent: the handler sends a redelivery
/// where the first delivery went.
/// </summary>
public sealed class EscalateFromQueue(EscalationDesk desk)
{
    [Function(nameof(EscalateFromQueue))]
    public async Task RunAsync([QueueTrigger(QueueNames.Escalations)] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        await desk.TakeAsync(body, client, cancellation);
}

using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;

namespace Crisis.Functions.Azure;

/// <summary>Escalations over a storage queue, where there is no Service Bus. Repeats get through; the handler takes each once.</summary>
internal sealed class QueueEscalations(IWorkQueue queue) : IEscalations
{
    public ValueTask SendAsync(CrisisEscalation escalation, CancellationToken cancellation = default) =>
        queue.SendAsync(QueueNames.Escalations, JsonSerializer.Serialize(escalation, CrisisJson.Options), cancellation: cancellation);
}

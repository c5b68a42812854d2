using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Crisis.Core;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Functions.Hosting;

namespace Crisis.Functions.Azure;

/// <summary>Escalations over Service Bus. The escalation's id is the message's, so that the queue drops a repeat.</summary>
internal sealed class ServiceBusEscalations(ServiceBusSender sender) : IEscalations
{
    public static ServiceBusSender Sender(ServiceBusClient client) => client.CreateSender(QueueNames.Escalations);

    public async ValueTask SendAsync(CrisisEscalation escalation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        var message = new ServiceBusMessage(TraceEnvelope.Wrap(JsonSerializer.Serialize(escalation, CrisisJson.Options)))
        {
            MessageId = escalation.Id,
            ContentType = "application/json",
            Subject = escalation.Watch,
        };
        await sender.SendMessageAsync(message, cancellation);
    }
}

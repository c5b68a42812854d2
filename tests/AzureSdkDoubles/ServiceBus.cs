using Azure.Core;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage(string body)
{
    public BinaryData Body { get; set; } = new(body);
    public string MessageId { get; set; } = "";
    public string ContentType { get; set; } = "";
    public string Subject { get; set; } = "";
}

public class ServiceBusSender
{
    protected ServiceBusSender()
    {
    }

    internal static ServiceBusSender Unreachable { get; } = new();

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A double: nothing is sent.");
}

public class ServiceBusClient
{
    public ServiceBusClient(string connectionString) => FullyQualifiedNamespace = connectionString;

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential) => FullyQualifiedNamespace = fullyQualifiedNamespace;

    public virtual string FullyQualifiedNamespace { get; }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => ServiceBusSender.Unreachable;
}

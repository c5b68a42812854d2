using Azure.Core;

namespace Azure.Messaging.ServiceBus;

public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
    TransferDeadLetter = 2,
}

public class ServiceBusReceiverOptions
{
    public SubQueue SubQueue { get; set; }
}

public enum ServiceBusFailureReason
{
    GeneralError = 0,
    MessageLockLost = 2,
    ServiceTimeout = 8,
    ServiceCommunicationProblem = 9,
}

public class ServiceBusException(string message, ServiceBusFailureReason reason) : Exception(message)
{
    public ServiceBusFailureReason Reason { get; } = reason;
}

public class ServiceBusMessage
{
    public ServiceBusMessage(string body) => Body = new BinaryData(body);

    /// <summary>As the real one: body and properties, without what the service wrote when it gave the message up.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        Body = receivedMessage.Body;
        (MessageId, ContentType, Subject) = (receivedMessage.MessageId, receivedMessage.ContentType, receivedMessage.Subject);
        foreach (var (name, value) in receivedMessage.ApplicationProperties)
            if (name is not ("DeadLetterReason" or "DeadLetterErrorDescription")) ApplicationProperties[name] = value;
    }

    public BinaryData Body { get; set; }
    public string MessageId { get; set; } = "";
    public string ContentType { get; set; } = "";
    public string Subject { get; set; } = "";
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();
}

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; } = new("");
    public string MessageId { get; internal init; } = "";
    public string ContentType { get; internal init; } = "";
    public string Subject { get; internal init; } = "";
    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = new Dictionary<string, object>();
    public long SequenceNumber { get; internal init; }
    public DateTimeOffset EnqueuedTime { get; internal init; }
    public string? DeadLetterReason => ApplicationProperties.TryGetValue("DeadLetterReason", out var reason) ? reason as string : null;
    public string? DeadLetterErrorDescription => ApplicationProperties.TryGetValue("DeadLetterErrorDescription", out var description) ? description as string : null;
}

public static class ServiceBusModelFactory
{
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData? body = null, string? messageId = null, string? subject = null, string? contentType = null, IDictionary<string, object>? properties = null, long sequenceNumber = -1, DateTimeOffset enqueuedTime = default) => new()
        {
            Body = body ?? new BinaryData(""),
            MessageId = messageId ?? "",
            Subject = subject ?? "",
            ContentType = contentType ?? "",
            ApplicationProperties = (properties ?? new Dictionary<string, object>()).ToDictionary(),
            SequenceNumber = sequenceNumber,
            EnqueuedTime = enqueuedTime,
        };
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

public class ServiceBusReceiver
{
    protected ServiceBusReceiver()
    {
    }

    internal static ServiceBusReceiver Unreachable { get; } = new();

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A double: nothing is received.");

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A double: nothing is received.");

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A double: nothing is received.");

    public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A double: nothing is received.");
}

public class ServiceBusClient
{
    public ServiceBusClient(string connectionString) => FullyQualifiedNamespace = connectionString;

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential) => FullyQualifiedNamespace = fullyQualifiedNamespace;

    public virtual string FullyQualifiedNamespace { get; }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => ServiceBusSender.Unreachable;

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => ServiceBusReceiver.Unreachable;
}

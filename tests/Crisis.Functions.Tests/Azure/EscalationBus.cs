using Azure.Messaging.ServiceBus;

namespace Crisis.Functions.Tests.Azure;

/// <summary>
/// One queue of Service Bus as its documentation tells of it: a message whose id was seen within the window is dropped,
/// peeking shows without holding, what is received is held from others until it is completed or abandoned, and a copy of
/// a received message keeps its id.
/// </summary>
internal sealed class EscalationBus
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, ServiceBusReceivedMessage> _dead = [];
    private readonly HashSet<long> _held = [];
    private long _last;

    public EscalationBus() => (Sender, Dead) = (new BusSender(this), new BusReceiver(this));

    public ServiceBusSender Sender { get; }

    public ServiceBusReceiver Dead { get; }

    /// <summary>What lies in the queue itself.</summary>
    public List<ServiceBusMessage> Waiting { get; } = [];

    public IReadOnlyCollection<ServiceBusReceivedMessage> GivenUp => _dead.Values;

    public int Held => _held.Count;

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Down { get; set; }

    /// <summary>No call ends while it is set, unless it is cancelled.</summary>
    public bool Silent { get; set; }

    /// <summary>The next completion gets lost on its way.</summary>
    public bool LoseCompletion { get; set; }

    /// <summary>Sets a waiting message aside as the service does after its last try.</summary>
    public void GiveUp(ServiceBusMessage message, DateTimeOffset enqueued)
    {
        Waiting.Remove(message).ShouldBeTrue();
        var properties = new Dictionary<string, object>(message.ApplicationProperties)
        {
            ["DeadLetterReason"] = "MaxDeliveryCountExceeded",
            ["DeadLetterErrorDescription"] = "Message could not be consumed after 10 delivery attempts.",
        };
        _last++;
        _dead[_last] = ServiceBusModelFactory.ServiceBusReceivedMessage(
            message.Body, messageId: message.MessageId, subject: message.Subject, contentType: message.ContentType, properties: properties, sequenceNumber: _last, enqueuedTime: enqueued);
    }

    /// <summary>What is sent fails again at once.</summary>
    public bool Failing { get; set; }

    /// <summary>Locks run out as soon as they are given.</summary>
    public bool Slow { get; set; }

    /// <summary>Time goes by: whoever held messages and vanished holds them no longer.</summary>
    public void LocksExpire() => _held.Clear();

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        if (Silent) await new TaskCompletionSource().Task.WaitAsync(cancellation);
        if (Down is { } fault) throw fault;
    }

    private sealed class BusSender(EscalationBus bus) : ServiceBusSender
    {
        public override async Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
        {
            await bus.AnswersAsync(cancellationToken);
            if (!bus._seen.Add(message.MessageId)) return;
            bus.Waiting.Add(message);
            if (bus.Failing) bus.GiveUp(message, DateTimeOffset.UnixEpoch);
        }
    }

    private sealed class BusReceiver(EscalationBus bus) : ServiceBusReceiver
    {
        private long _next;

        public override async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default)
        {
            await bus.AnswersAsync(cancellationToken);
            // Fewer than were asked for may come at a time, and without a number it goes on where it ended.
            List<ServiceBusReceivedMessage> page = [.. bus._dead.Where(one => one.Key >= (fromSequenceNumber ?? _next)).Take(Math.Min(maxMessages, 2)).Select(one => one.Value)];
            if (page.Count > 0) _next = page[^1].SequenceNumber + 1;
            return page;
        }

        public override async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
        {
            await bus.AnswersAsync(cancellationToken);
            List<ServiceBusReceivedMessage> free = [.. bus._dead.Values.Where(one => !bus._held.Contains(one.SequenceNumber)).Take(Math.Min(maxMessages, 2))];
            if (!bus.Slow) bus._held.UnionWith(free.Select(one => one.SequenceNumber));
            return free;
        }

        public override async Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            await bus.AnswersAsync(cancellationToken);
            if (bus.LoseCompletion) throw new ServiceBusException("The lock was lost.", ServiceBusFailureReason.ServiceCommunicationProblem);
            bus._held.Remove(message.SequenceNumber).ShouldBeTrue("only a holder completes");
            bus._dead.Remove(message.SequenceNumber);
        }

        public override async Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default)
        {
            await bus.AnswersAsync(cancellationToken);
            if (!bus._held.Remove(message.SequenceNumber)) throw new ServiceBusException("The lock has expired.", ServiceBusFailureReason.MessageLockLost);
        }
    }
}

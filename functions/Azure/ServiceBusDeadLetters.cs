using Azure.Messaging.ServiceBus;
using Crisis.Core.Storage;
using Crisis.Functions.Operations;
using Crisis.Web.Board;

namespace Crisis.Functions.Azure;

/// <summary>
/// Escalations that Service Bus gave up: they lie in the dead-letter queue beside the queue. They are counted by looking:
/// the service's own count asks for the right to manage, which the app does not have.
/// </summary>
internal sealed class ServiceBusDeadLetters(ServiceBusReceiver dead, ServiceBusSender sender, TimeProvider clock) : IFailedMessages
{
    /// <summary>Most that are counted.</summary>
    private const int Most = 100;

    private const int Page = 20;

    // Neither board nor watchdog may wait for a service that is down; the client itself would try for minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public static ServiceBusReceiver Receiver(ServiceBusClient client) =>
        client.CreateReceiver(QueueNames.Escalations, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    /// <summary>A service that does not answer is listed as trouble: nobody must take silence for emptiness.</summary>
    public async ValueTask<IReadOnlyList<PoisonMessage>> ListAsync(int most, CancellationToken cancellation = default)
    {
        try
        {
            return [.. (await PeekSoonAsync(most, cancellation)).Select(entry => new PoisonMessage(entry.Queue, entry.SentAt, entry.Why))];
        }
        catch (Exception fault) when (fault is ServiceBusException or UnauthorizedAccessException or TimeoutException)
        {
            return [new PoisonMessage(QueueNames.Escalations, clock.GetUtcNow(), $"Service Bus does not say what failed ({fault.GetType().Name}).")];
        }
    }

    public async ValueTask<IReadOnlyList<PoisonEntry>> PeekAsync(int most, CancellationToken cancellation = default)
    {
        var entries = new List<PoisonEntry>();
        // From the first on at each call: the receiver would otherwise go on where the last call ended.
        for (long from = 0; entries.Count < most;)
        {
            var page = await dead.PeekMessagesAsync(most - entries.Count, from, cancellation);
            if (page.Count == 0) break;
            entries.AddRange(page.Select(message => new PoisonEntry(Id(message), QueueNames.Escalations, message.EnqueuedTime, Why(message))));
            from = page[^1].SequenceNumber + 1;
        }

        return entries;
    }

    public async ValueTask<IReadOnlyList<(string Queue, int Count)>> CountAsync(CancellationToken cancellation = default) =>
        [(QueueNames.Escalations, (await PeekSoonAsync(Most, cancellation)).Count)];

    public async ValueTask<IReadOnlyList<string>> ReplayAsync(IReadOnlySet<string> ids, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var replayed = new List<string>();
        var left = new List<ServiceBusReceivedMessage>();
        var (seen, sent) = (new HashSet<long>(), new HashSet<string>(StringComparer.Ordinal));
        // What is left out stays locked until the end, so that each is seen once; one that comes again tells that all were.
        while (await dead.ReceiveMessagesAsync(Page, Wait, cancellation) is { Count: > 0 } received && received.All(message => seen.Add(message.SequenceNumber)))
        {
            foreach (var message in received)
            {
                // One that failed again while this goes on waits for the next replay, or this one would have no end.
                if ((ids.Count > 0 && !ids.Contains(Id(message))) || sent.Contains(message.MessageId))
                {
                    left.Add(message);
                    continue;
                }

                // Under its old id the queue would drop it as a repeat for a day. Under this one it drops only a second replay.
                var again = "replay-" + Id(message);
                sent.Add(again);
                await sender.SendMessageAsync(new ServiceBusMessage(message) { MessageId = again }, cancellation);
                await dead.CompleteMessageAsync(message, cancellation);
                replayed.Add(Id(message));
            }

            if (ids.Count > 0 && replayed.Count == ids.Count) break;
        }

        foreach (var message in left) await ReleaseAsync(message, cancellation);
        return replayed;
    }

    private async ValueTask<IReadOnlyList<PoisonEntry>> PeekSoonAsync(int most, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await PeekAsync(most, both.Token);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"Service Bus did not answer within {Patience.TotalSeconds:0} s.", fault);
        }
    }

    private async ValueTask ReleaseAsync(ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        try
        {
            await dead.AbandonMessageAsync(message, cancellationToken: cancellation);
        }
        catch (ServiceBusException late) when (late.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // Its lock has run out: it is free already.
        }
    }

    private static string Id(ServiceBusReceivedMessage message) => FormattableString.Invariant($"{QueueNames.Escalations}-{message.SequenceNumber}");

    private static string? Why(ServiceBusReceivedMessage message) =>
        string.Join(": ", new[] { message.DeadLetterReason, message.DeadLetterErrorDescription }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } why ? why : null;
}

using Azure;
using Azure.Storage.Queues;
using Crisis.Functions.Operations;
using Crisis.Web.Board;

namespace Crisis.Functions.Azure;

/// <summary>Messages that failed five times: the host keeps them in a queue named after theirs with <c>-poison</c>.</summary>
public sealed class StoragePoison(QueueServiceClient queues) : IFailedMessages
{
    /// <summary>Most messages that one call to the service gives.</summary>
    private const int Page = 32;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public async ValueTask<IReadOnlyList<PoisonMessage>> ListAsync(int most, CancellationToken cancellation = default) =>
        [.. (await PeekAsync(most, cancellation)).Select(message => new PoisonMessage(message.Queue, message.SentAt, null))];

    public async ValueTask<IReadOnlyList<PoisonEntry>> PeekAsync(int most, CancellationToken cancellation = default)
    {
        var all = new List<PoisonEntry>();
        foreach (var name in StorageQueues.Names)
        {
            if (await TryAsync(queue => queue.PeekMessagesAsync(Math.Clamp(most, 1, Page), cancellation), name) is not { } peeked) continue;
            all.AddRange(peeked.Value.Select(message => new PoisonEntry(message.MessageId, name, message.InsertedOn ?? default)));
        }

        return [.. all.OrderBy(message => message.SentAt).Take(most)];
    }

    public async ValueTask<IReadOnlyList<(string Queue, int Count)>> CountAsync(CancellationToken cancellation = default)
    {
        var counts = new List<(string, int)>();
        foreach (var name in StorageQueues.Names)
            counts.Add((name, (await TryAsync(queue => queue.GetPropertiesAsync(cancellation), name))?.Value.ApproximateMessagesCount ?? 0));
        return counts;
    }

    public async ValueTask<IReadOnlyList<string>> ReplayAsync(IReadOnlySet<string> ids, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var replayed = new List<string>();
        foreach (var name in StorageQueues.Names)
        {
            // What was received stays hidden for a while, so that each is seen once, whether or not it is meant.
            while (await TryAsync(queue => queue.ReceiveMessagesAsync(Page, Held, cancellation), name) is { Value.Length: > 0 } received)
            {
                foreach (var message in received.Value)
                {
                    var poison = queues.GetQueueClient(name + "-poison");
                    if (ids.Count > 0 && !ids.Contains(message.MessageId)) continue;
                    await queues.GetQueueClient(name).SendMessageAsync(message.Body, timeToLive: Forever, cancellationToken: cancellation);
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                    replayed.Add(message.MessageId);
                }
            }
        }

        return replayed;
    }

    private async ValueTask<T?> TryAsync<T>(Func<QueueClient, Task<T>> ask, string name)
        where T : class
    {
        try
        {
            return await ask(queues.GetQueueClient(name + "-poison"));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Nothing has ever failed.
            return null;
        }
    }
}

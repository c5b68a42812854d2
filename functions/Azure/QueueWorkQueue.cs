using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Crisis.Core.Storage;

namespace Crisis.Functions.Azure;

/// <summary>Storage queues; a queue is made when it is first sent to. Messages do not expire: what waits is not lost over a holiday.</summary>
public sealed class QueueWorkQueue(QueueServiceClient queues) : IWorkQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private readonly ConcurrentDictionary<string, QueueClient> _clients = new(StringComparer.Ordinal);

    public async ValueTask SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        QueueRules.Check(queue, body, delay);
        var client = _clients.GetOrAdd(queue, queues.GetQueueClient);
        TimeSpan? hidden = delay == TimeSpan.Zero ? null : delay;
        try
        {
            await client.SendMessageAsync(body, hidden, Forever, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await client.SendMessageAsync(body, hidden, Forever, cancellation);
        }
    }
}

using Azure;
using Azure.Storage.Queues;
using Crisis.Core.Storage;

namespace Crisis.Functions.Azure;

/// <summary>How long work waits in the storage queues.</summary>
public sealed class StorageQueues(QueueServiceClient queues)
{
    internal static readonly string[] Names = [QueueNames.Pulls, QueueNames.Mentions, QueueNames.Escalations];

    private const int Most = 32;

    /// <summary>Since when the oldest visible message of each queue waits, UTC; batches that were sent to be scored later are not late.</summary>
    public async ValueTask<IReadOnlyList<(string Queue, DateTimeOffset Since)>> OldestAsync(CancellationToken cancellation = default)
    {
        var oldest = new List<(string, DateTimeOffset)>();
        foreach (var name in Names)
        {
            try
            {
                var peeked = (await queues.GetQueueClient(name).PeekMessagesAsync(Most, cancellation)).Value;
                List<DateTimeOffset> since = [.. peeked.Where(message => !message.Body.ToString().Contains("\"again\":", StringComparison.Ordinal)).Select(message => message.InsertedOn).OfType<DateTimeOffset>()];
                if (since.Count > 0) oldest.Add((name, since.Min()));
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // Nothing has ever been sent to it.
            }
        }

        return oldest;
    }
}

using Azure;
using Azure.Storage.Queues;
using Crisis.Core.Storage;
using Crisis.Web.Board;

namespace Crisis.Functions.Azure;

/// <summary>Messages that failed five times: the host keeps them in a queue named after theirs with <c>-poison</c>.</summary>
public sealed class StoragePoison(QueueServiceClient queues) : IPoisonMessages
{
    private static readonly string[] Names = [QueueNames.Pulls, QueueNames.Mentions, QueueNames.Escalations];

    public async ValueTask<IReadOnlyList<PoisonMessage>> ListAsync(int most, CancellationToken cancellation = default)
    {
        var all = new List<PoisonMessage>();
        foreach (var name in Names)
        {
            try
            {
                var peeked = await queues.GetQueueClient(name + "-poison").PeekMessagesAsync(Math.Clamp(most, 1, 32), cancellation);
                all.AddRange(peeked.Value.Select(message => new PoisonMessage(name, message.InsertedOn ?? default, null)));
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // Nothing has ever failed.
            }
        }

        return [.. all.OrderBy(message => message.SentAt).Take(most)];
    }

    /// <summary>How many there are of each queue, as far as the service counts.</summary>
    public async ValueTask<IReadOnlyList<(string Queue, int Count)>> CountAsync(CancellationToken cancellation = default)
    {
        var counts = new List<(string, int)>();
        foreach (var name in Names)
        {
            try
            {
                counts.Add((name, (await queues.GetQueueClient(name + "-poison").GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount));
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                counts.Add((name, 0));
            }
        }

        return counts;
    }
}

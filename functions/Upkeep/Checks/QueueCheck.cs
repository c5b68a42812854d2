using Crisis.Functions.Azure;
using Crisis.Functions.Operations;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>Queues whose oldest message waits too long, and messages that failed for good.</summary>
public sealed class QueueCheck(IEnumerable<IFailedMessages> failed, StorageQueues queues) : ICheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var troubles = new List<string>();
        foreach (var (queue, since) in await queues.OldestAsync(cancellation))
            if (now - since > Patience) troubles.Add($"Queue {queue}: its oldest message waits for {(now - since).TotalMinutes:0} min. Is the function disabled, or too slow?");
        foreach (var messages in failed)
            foreach (var (queue, count) in await messages.CountAsync(cancellation))
                if (count > 0) troubles.Add($"Queue {queue}: {count} poison messages wait for `crisis queue replay`.");
        return troubles;
    }
}

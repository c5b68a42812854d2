using System.Collections.Concurrent;
using Crisis.Core.Storage;

namespace Crisis.Functions.Tests.Pipeline;

/// <summary>Queues in memory: what was sent, by queue, with its delay.</summary>
internal sealed class MemoryQueue : IWorkQueue
{
    public ConcurrentQueue<(string Queue, string Body, TimeSpan Delay)> Sent { get; } = new();

    public ValueTask SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        QueueRules.Check(queue, body, delay);
        Sent.Enqueue((queue, body, delay));
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes all that wait, in order.</summary>
    public IReadOnlyList<(string Queue, string Body, TimeSpan Delay)> TakeAll()
    {
        var all = new List<(string, string, TimeSpan)>();
        while (Sent.TryDequeue(out var message)) all.Add(message);
        return all;
    }
}

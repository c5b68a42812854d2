namespace Crisis.Core.Notices.Channels;

/// <summary>Keeps sends to one address under so many a second. Nobody waits here: the caller is told how long it should.</summary>
public sealed class SendPace(TimeProvider time, int perSecond)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _sent = new(StringComparer.Ordinal);

    /// <summary>Takes a place and returns null, or says after how long there will be one.</summary>
    public TimeSpan? Take(string address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!_sent.TryGetValue(address, out var sent)) _sent[address] = sent = new Queue<DateTimeOffset>(perSecond);
            while (sent.Count > 0 && now - sent.Peek() >= TimeSpan.FromSeconds(1)) sent.Dequeue();
            if (sent.Count >= perSecond) return sent.Peek() + TimeSpan.FromSeconds(1) - now;
            sent.Enqueue(now);
            return null;
        }
    }
}

using System.Text;
using Crisis.Core.Storage;

namespace Crisis.Functions.Hosting;

/// <summary>Sends the running trace along with each message.</summary>
internal sealed class TracedQueue(IWorkQueue queue) : IWorkQueue
{
    public ValueTask SendAsync(string name, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var traced = TraceEnvelope.Wrap(body);
        // A message that only just fits goes without: it is as good.
        return queue.SendAsync(name, Encoding.UTF8.GetByteCount(traced) <= QueueRules.LongestBody ? traced : body, delay, cancellation);
    }
}

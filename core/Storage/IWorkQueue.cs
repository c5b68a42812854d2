namespace Crisis.Core.Storage;

/// <summary>
/// Hands work to another step of the pipeline: at least once, in no order. Receiving belongs to the host, which calls
/// the step's handler and keeps a message that failed five times as poison.
/// </summary>
public interface IWorkQueue
{
    /// <param name="queue">One of <see cref="QueueNames"/>.</param>
    /// <param name="body">JSON, at most 48,000 bytes of UTF-8.</param>
    ValueTask SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default);
}

using System.Text;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;

namespace Crisis.Local.Running;

/// <summary>
/// Scores and stores at once; a batch that fails goes onto the queue, is tried again, and after five times stays there as
/// poison for <c>crisis queue</c>. Either way the mentions are safe when the call returns.
/// </summary>
internal sealed class QueuedBatches(MentionDesk desk, SqliteWorkQueue queue) : IMentionBatches
{
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public async ValueTask SendAsync(MentionBatch batch, CancellationToken cancellation = default)
    {
        try
        {
            await desk.SendAsync(batch, cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException))
        {
            await KeepAsync(batch, cancellation);
        }
    }

    /// <summary>Handles what waits on the queue.</summary>
    public async ValueTask WorkAsync(CancellationToken cancellation)
    {
        foreach (var message in await queue.ReceiveAsync(QueueNames.Mentions, 16, Invisible, cancellation))
        {
            try
            {
                await desk.SendAsync(JsonSerializer.Deserialize<MentionBatch>(message.Body, CrisisJson.Options)!, cancellation);
                await queue.CompleteAsync(message, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await queue.AbandonAsync(message, fault.Message, Pause, cancellation);
            }
        }
    }

    // A message holds at most 48,000 bytes: halve until it fits.
    private async ValueTask KeepAsync(MentionBatch batch, CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(batch, CrisisJson.Options);
        if (Encoding.UTF8.GetByteCount(body) <= 48_000)
        {
            await queue.SendAsync(QueueNames.Mentions, body, cancellation: cancellation);
            return;
        }

        if (batch.Mentions.Count <= 1)
        {
            // One mention larger than a message: its text is cut, the rest of it is kept.
            await KeepAsync(batch with { Mentions = [.. batch.Mentions.Select(mention => mention with { Text = mention.Text[..Math.Min(mention.Text.Length, 8_000)] })], Deleted = [.. batch.Deleted.Take(100)] }, cancellation);
            return;
        }

        var half = batch.Mentions.Count / 2;
        await KeepAsync(batch with { Mentions = [.. batch.Mentions.Take(half)] }, cancellation);
        await KeepAsync(batch with { Mentions = [.. batch.Mentions.Skip(half)], Deleted = [] }, cancellation);
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>Scores a stream of batches while earlier ones are stored: scoring needs the processor, storing the disk.</summary>
public static class ScoringAhead
{
    /// <summary>
    /// The scored batches in the order they came. At most <paramref name="ahead"/> wait, so that memory does not grow
    /// with the stream. What reading or scoring throws is thrown here, after the batches before it.
    /// </summary>
    public static async IAsyncEnumerable<ScoredBatch> ScoreAheadAsync(
        this MentionScorer scorer, IEnumerable<MentionBatch> batches, Func<string, Watch> watchOf, int ahead = 256,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(watchOf);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var scored = Channel.CreateBounded<ScoredBatch>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        var producer = Task.Run(() => ProduceAsync(scorer, batches, watchOf, scored.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in scored.Reader.ReadAllAsync(cancellation)) yield return batch;
        }
        finally
        {
            // Also when the reader breaks off: nobody may go on scoring for nothing.
            await stop.CancelAsync();
            await producer;
        }
    }

    private static async Task ProduceAsync(
        MentionScorer scorer, IEnumerable<MentionBatch> batches, Func<string, Watch> watchOf, ChannelWriter<ScoredBatch> to, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in batches) await to.WriteAsync(await scorer.ScoreAsync(batch, watchOf(batch.Watch), cancellation), cancellation);
            to.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, the reader shall see it.
        catch (Exception e)
        {
            to.Complete(e);
        }
#pragma warning restore CA1031
    }
}

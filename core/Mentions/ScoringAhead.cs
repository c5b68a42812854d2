using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>Scores a stream of batches while earlier ones are stored: scoring needs the processor, storing the disk.</summary>
public static class ScoringAhead
{
    /// <summary>Batches that change hands together: waking another thread costs more than scoring a small batch.</summary>
    private const int Handful = 64;

    /// <summary>
    /// The scored batches in the order they came. About <paramref name="ahead"/> wait at most, so that memory does not
    /// grow with the stream. What reading or scoring throws is thrown here, after the batches before it.
    /// </summary>
    public static async IAsyncEnumerable<ScoredBatch> ScoreAheadAsync(
        this MentionScorer scorer, IEnumerable<MentionBatch> batches, Func<string, Watch> watchOf, int ahead = 256,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(watchOf);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var scored = Channel.CreateBounded<List<ScoredBatch>>(new BoundedChannelOptions(Math.Max(1, ahead / Handful)) { SingleReader = true, SingleWriter = true });
        var producer = Task.Run(() => ProduceAsync(scorer, batches, watchOf, scored.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var handful in scored.Reader.ReadAllAsync(cancellation))
            {
                foreach (var batch in handful) yield return batch;
            }
        }
        finally
        {
            // Also when the reader breaks off: nobody may go on scoring for nothing.
            await stop.CancelAsync();
            await producer;
        }
    }

    private static async Task ProduceAsync(
        MentionScorer scorer, IEnumerable<MentionBatch> batches, Func<string, Watch> watchOf, ChannelWriter<List<ScoredBatch>> to, CancellationToken cancellation)
    {
        var handful = new List<ScoredBatch>(Handful);
        Exception? failed = null;
        try
        {
            foreach (var batch in batches)
            {
                handful.Add(await scorer.ScoreAsync(batch, watchOf(batch.Watch), cancellation));
                if (handful.Count < Handful) continue;
                await to.WriteAsync(handful, cancellation);
                handful = new List<ScoredBatch>(Handful);
            }
        }
#pragma warning disable CA1031 // Whatever it is, the reader shall see it.
        catch (Exception e)
        {
            failed = e;
        }
#pragma warning restore CA1031
        if (handful.Count > 0 && !cancellation.IsCancellationRequested)
        {
            // The reader may go away while the last ones wait for it.
            try
            {
                await to.WriteAsync(handful, cancellation);
            }
            catch (OperationCanceledException e)
            {
                failed ??= e;
            }
        }

        to.Complete(failed);
    }
}

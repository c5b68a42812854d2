using Crisis.Core.Detection;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;

namespace Crisis.Local.Hosting;

/// <summary>
/// Scores, stores and detects a batch in one go. When it returns, the mentions are in the store, so that a cursor may
/// move; new findings are handed to <see cref="Found"/>.
/// </summary>
public sealed class MentionDesk(IConfigSource config, MentionScoring scoring, MentionStore store, DetectHandler detection) : IMentionBatches
{
    /// <summary>What to do with new findings, for whoever tells people about them.</summary>
    public Action<SignalRecord>? Found { get; set; }

    public async ValueTask SendAsync(MentionBatch batch, CancellationToken cancellation = default)
    {
        var stored = await StoreAsync(batch, cancellation);
        if (stored.Touched.Count > 0) await DetectAsync(batch.Watch, cancellation);
    }

    public async ValueTask<StoredBatch> StoreAsync(MentionBatch batch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var watch = (await config.CurrentAsync(cancellation)).WatchOf(batch.Watch);
        return await scoring.HandleAsync(batch, watch, cancellation);
    }

    /// <summary>Stores what was scored elsewhere.</summary>
    public ValueTask<StoredBatch> StoreAsync(ScoredBatch batch, CancellationToken cancellation = default) => store.StoreAsync(batch, cancellation);

    public async ValueTask DetectAsync(string watch, CancellationToken cancellation = default)
    {
        foreach (var record in await detection.DetectAsync((await config.CurrentAsync(cancellation)).WatchOf(watch), cancellation))
        {
            Found?.Invoke(record);
        }
    }
}

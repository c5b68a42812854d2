using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>The "score" step: scores a batch and stores it. Idempotent, since storing is.</summary>
public sealed class MentionScoring(MentionScorer scorer, MentionStore store)
{
    /// <summary>Scores and stores a batch; says which windows it touched, for detection to look at.</summary>
    public async ValueTask<StoredBatch> HandleAsync(MentionBatch batch, Watch watch, CancellationToken cancellation = default) =>
        await store.StoreAsync(await scorer.ScoreAsync(batch, watch, cancellation), cancellation);
}

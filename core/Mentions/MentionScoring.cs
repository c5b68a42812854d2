using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>The "score" step: scores a batch and stores it. Idempotent, since storing is.</summary>
public sealed class MentionScoring(MentionScorer scorer, MentionStore store)
{
    /// <summary>Scores and stores a batch; says which windows it touched, for detection to look at.</summary>
    public async ValueTask<StoredBatch> HandleAsync(MentionBatch batch, Watch watch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var scored = await scorer.ScoreAsync(batch, watch, cancellation);
        var stored = await store.StoreAsync(scored, cancellation);
        return stored with { Provisional = Provisional(scored) };
    }

    /// <summary>
    /// Scores a batch once more that was judged by a stand-in, and stores what the service judges now: the counts of its
    /// windows follow. What is still provisional stays as it was, and is named again.
    /// </summary>
    public async ValueTask<StoredBatch> RescoreAsync(MentionBatch batch, Watch watch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var scored = await scorer.ScoreAsync(batch, watch, cancellation);
        List<ScoredMention> judged = [.. scored.Mentions.Where(m => m.Sentiment.By is null)];
        var stored = await store.StoreAsync(scored with { Mentions = judged, Rescore = true }, cancellation);
        return stored with { Provisional = Provisional(scored) };
    }

    private static List<Mention> Provisional(ScoredBatch scored) => [.. scored.Mentions.Where(m => m.Sentiment.Provisional).Select(m => m.Mention)];
}

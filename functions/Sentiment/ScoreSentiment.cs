using Crisis.Core.Detection;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Functions.Mentions;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Sentiment;

/// <summary>
/// Scores and stores a batch, then looks at its watch at once. Idempotent: a mention is inserted if absent together
/// with its count, and a finding has an id that stays the same.
/// </summary>
public sealed class ScoreSentiment(MentionMessages messages, IConfigSource config, MentionScoring scoring, DetectHandler detection)
{
    [Function(nameof(ScoreSentiment))]
    public async Task RunAsync([QueueTrigger(QueueNames.Mentions)] string body, CancellationToken cancellation)
    {
        var batch = await messages.ReadAsync(body, cancellation);
        var watch = (await config.CurrentAsync(cancellation)).WatchOf(batch.Watch);
        var stored = await scoring.HandleAsync(batch, watch, cancellation);
        if (stored.Touched.Count > 0) await detection.DetectAsync(watch, cancellation);
    }
}

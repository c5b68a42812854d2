using System.Diagnostics;
using Crisis.Core.Detection;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Functions.Canaries;
using Crisis.Functions.Hosting;
using Crisis.Functions.Mentions;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Sentiment;

/// <summary>
/// Scores and stores a batch, then looks at its watch at once. What a stand-in judged is sent to be scored anew.
/// Idempotent: a mention is inserted if absent together with its count, scoring anew replaces a finding and its count, and
/// a finding has an id that stays the same.
/// </summary>
public sealed class ScoreSentiment(MentionMessages messages, IConfigSource config, MentionScoring scoring, DetectHandler detection, Canary canary, AppTraces traces, AppMetrics metrics)
{
    [Function(nameof(ScoreSentiment))]
    public async Task RunAsync([QueueTrigger(QueueNames.Mentions)] string body, CancellationToken cancellation)
    {
        var (text, parent) = TraceEnvelope.Open(body);
        using var span = traces.Begin("score", parent, ActivityKind.Consumer);
        var (batch, again) = await messages.ReadAsync(text, cancellation);
        if (Canary.Is(batch))
        {
            await canary.ScoreAsync(batch, cancellation);
            return;
        }

        var watch = (await config.CurrentAsync(cancellation)).WatchOf(batch.Watch);
        var stored = again is null ? await scoring.HandleAsync(batch, watch, cancellation) : await scoring.RescoreAsync(batch, watch, cancellation);
        metrics.Mentions(stored.Stored);
        if (stored.Provisional.Count > 0) await messages.SendAgainAsync(new MentionBatch(batch.Watch, stored.Provisional) { ReceivedAt = batch.ReceivedAt }, again ?? 0, cancellation);
        if (stored.Touched.Count == 0) return;
        using var look = traces.Begin("detect");
        metrics.Signals((await detection.DetectAsync(watch, cancellation)).Count);
    }
}

using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Functions.Hosting;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Watching;

/// <summary>
/// Every minute: one message for each source that is due. Idempotent: a source is marked as planned before its message
/// goes, by watermark and not by tick, so that a missed tick is made up and a second one finds nothing due.
/// </summary>
public sealed class PlanPulls(PullPlanner planner, IWorkQueue queue, TimerBeats beats, AppTraces traces)
{
    [Function(nameof(PlanPulls))]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var message in await planner.PlanAsync(cancellation))
        {
            using var span = traces.BeginTrace("plan");
            await queue.SendAsync(QueueNames.Pulls, JsonSerializer.Serialize(message, CrisisJson.Options), cancellation: cancellation);
        }

        await beats.BeatAsync(nameof(PlanPulls), cancellation);
    }
}

using Crisis.Core.Detection;
using Crisis.Core.Watching;
using Crisis.Functions.Hosting;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Crisis.Functions.Detection;

/// <summary>
/// Every minute, what no message triggers: silence, catching up, sealing. Idempotent: what was learned is one row that
/// only its reader replaces, and a finding has an id that stays the same.
/// </summary>
public sealed partial class DetectCrises(IConfigSource config, DetectHandler detection, TimerBeats beats, AppTraces traces, AppMetrics metrics, ILogger<DetectCrises> log)
{
    [Function(nameof(DetectCrises))]
    public async Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var faults = new List<Exception>();
        foreach (var watch in (await config.CurrentAsync(cancellation)).Watches.Values.OrderBy(watch => watch.Id, StringComparer.Ordinal))
        {
            try
            {
                using var span = traces.BeginTrace("detect");
                metrics.Signals((await detection.DetectAsync(watch, cancellation)).Count);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The other watches must not wait for this one.
                Failed(log, fault, watch.Id);
                faults.Add(fault);
            }
        }

        await beats.BeatAsync(nameof(DetectCrises), cancellation);
        if (faults.Count > 0) throw new AggregateException("Detection failed for some watches.", faults);
    }

    [LoggerMessage(LogLevel.Error, "Detection failed for the watch {Watch}")]
    private static partial void Failed(ILogger log, Exception fault, string watch);
}

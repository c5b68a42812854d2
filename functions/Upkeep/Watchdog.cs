using Crisis.Core.Escalation;
using Crisis.Core.Watching;
using Crisis.Functions.Azure;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Every five minutes: rings for what nobody drained, names sources that are late and queues that age or hold poison,
/// and beats. Idempotent: ringing twice drains once, the rest only reads. An alert outside watches the beat.
/// </summary>
public sealed partial class Watchdog(
    InboxAuditor auditor, IConfigSource config, PullStates pulls, StoragePoison poison, OperationsMail mail, AppMetrics metrics, DurableStarter starter, TimeProvider clock, ILogger<Watchdog> log)
{
    /// <summary>A source that has brought no answer for this many of its intervals, and at least half an hour, is late.</summary>
    private const int Patience = 5;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(30);

    [Function(nameof(Watchdog))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        starter.Use(client);
        var troubles = new List<string>();
        foreach (var finding in await auditor.AuditAsync(cancellation))
            troubles.Add($"Crisis {finding.Crisis}: {finding.Waiting} entries waited, {finding.Late.TotalMinutes:0} min overdue; its loop was rung.");
        troubles.AddRange(await LateSourcesAsync(cancellation));
        foreach (var (queue, count) in await poison.CountAsync(cancellation))
            if (count > 0) troubles.Add($"Queue {queue}: {count} poison messages wait for `crisis queue replay`.");
        foreach (var trouble in troubles) Trouble(log, trouble);
        metrics.Troubles(troubles.Count);
        await mail.TellAsync(troubles, cancellation);
        metrics.Beat();
    }

    private async ValueTask<List<string>> LateSourcesAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var late = new List<string>();
        foreach (var watch in (await config.CurrentAsync(cancellation)).Watches.Values)
        {
            var known = (await pulls.ListAsync(watch.Id, cancellation)).ToDictionary(state => state.Source);
            foreach (var source in watch.Sources.Where(source => source.Type != "push"))
            {
                if (known.GetValueOrDefault(source.Id) is not { SucceededAt: { } last } state) continue;
                var patience = source.Every * Patience;
                if (now - last > (patience > Least ? patience : Least)) late.Add($"Source {source.Id} of {watch.Id}: silent since {UtcTime.Format(last)}. {state.Trouble}");
            }
        }

        return late;
    }

    [LoggerMessage(LogLevel.Error, "Watchdog: {Trouble}")]
    private static partial void Trouble(ILogger log, string trouble);
}

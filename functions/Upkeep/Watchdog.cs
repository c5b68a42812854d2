using Crisis.Functions.Azure;
using Crisis.Functions.Hosting;
using Crisis.Functions.Upkeep.Checks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Every five minutes: makes every check, tells operations, and beats. Idempotent: ringing twice drains once, a canary is
/// sent once a day, the rest only reads. An alert outside watches the beat.
/// </summary>
public sealed partial class Watchdog(IEnumerable<ICheck> checks, OperationsNotices operations, AppMetrics metrics, DurableStarter starter, TimeProvider clock, ILogger<Watchdog> log)
{
    [Function(nameof(Watchdog))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        starter.Use(client);
        var troubles = new List<string>();
        foreach (var check in checks) troubles.AddRange(await FindAsync(check, cancellation));
        foreach (var trouble in troubles) Trouble(log, trouble);
        metrics.Troubles(troubles.Count);
        // The beat says that the watchdog looks; a mail server or channel that is down must not silence it.
        metrics.Beat();
        await operations.TellAsync(troubles, cancellation);
    }

    private async ValueTask<IReadOnlyList<string>> FindAsync(ICheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.FindAsync(clock.GetUtcNow(), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The other checks must not fall with this one.
            Failed(log, fault, check.GetType().Name);
            return [$"The check {check.GetType().Name} itself fails: {fault.GetType().Name}. See the log."];
        }
    }

    [LoggerMessage(LogLevel.Error, "Watchdog: {Trouble}")]
    private static partial void Trouble(ILogger log, string trouble);

    [LoggerMessage(LogLevel.Error, "The watchdog's {Check} failed")]
    private static partial void Failed(ILogger log, Exception fault, string check);
}

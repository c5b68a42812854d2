using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Rechecks;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Local.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crisis.Local.Running;

/// <summary>
/// Drives the pipeline of one machine: pulls what is due, plays the sample, looks at every watch each minute, gives
/// crises their turns. One thing at a time; trouble with one is told and the rest goes on.
/// </summary>
internal sealed partial class LocalPump(
    IConfigSource config,
    PullPlanner planner,
    PullHandler puller,
    MentionDesk desk,
    QueuedBatches queued,
    LocalCrises crises,
    LocalEngine engine,
    InboxAuditor auditor,
    Retention retention,
    CrisisRetention ended,
    MentionStore mentions,
    MentionRecheck recheck,
    TimeProvider clock,
    ILogger<LocalPump> log,
    SamplePlayer? sample = null) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private DateTimeOffset swept;
    private DateTimeOffset rechecked;
    private DateTimeOffset cleaned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages answer first; the pipeline takes up its work behind them.
        await Task.Yield();
        await crises.ResumeAllAsync(stoppingToken);
        if (sample is not null) await sample.BeginAsync(stoppingToken);
        // Soon after the start, so that a machine that is switched off at night cleans too.
        cleaned = clock.GetUtcNow() - Day + TimeSpan.FromMinutes(10);
        using var beat = new PeriodicTimer(sample?.Beat ?? Beat, TimeProvider.System);
        try
        {
            do
            {
                if (sample is not null) await GuardAsync("the sample", () => sample.StepAsync(stoppingToken));
                await GuardAsync("pulling", () => PullAsync(stoppingToken));
                await GuardAsync("queued mentions", () => queued.WorkAsync(stoppingToken));
                await GuardAsync("crises", async () => await engine.RunDueAsync(stoppingToken));
                if (clock.GetUtcNow() - swept >= Minute) await GuardAsync("detection", () => SweepAsync(stoppingToken));
                if (clock.GetUtcNow() - rechecked >= Minute) await GuardAsync("rechecking", () => RecheckAsync(stoppingToken));
                if (clock.GetUtcNow() - cleaned >= Day) await GuardAsync("retention", () => CleanAsync(stoppingToken));
            }
            while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Ctrl-C: whatever was in flight is owed and done after the next start.
        }
    }

    private async ValueTask PullAsync(CancellationToken cancellation)
    {
        foreach (var message in await planner.PlanAsync(cancellation)) await puller.HandleAsync(message, cancellation);
    }

    private async ValueTask SweepAsync(CancellationToken cancellation)
    {
        swept = clock.GetUtcNow();
        foreach (var watch in (await config.CurrentAsync(cancellation)).Watches.Keys.Order(StringComparer.Ordinal)) await desk.DetectAsync(watch, cancellation);
        await auditor.AuditAsync(cancellation);
    }

    private async ValueTask RecheckAsync(CancellationToken cancellation)
    {
        rechecked = clock.GetUtcNow();
        await recheck.RunAsync(cancellation);
    }

    private async ValueTask CleanAsync(CancellationToken cancellation)
    {
        cleaned = clock.GetUtcNow();
        await MentionRetention.RunAsync(mentions, retention, cleaned, MentionRetention.Mentions, cancellation);
        await ended.RunAsync(cleaned, cancellation);
    }

    private async ValueTask GuardAsync(string what, Func<ValueTask> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(log, fault, what);
        }
    }

    [LoggerMessage(LogLevel.Error, "Trouble with {What}; it is tried again")]
    private static partial void Failed(ILogger log, Exception fault, string what);
}

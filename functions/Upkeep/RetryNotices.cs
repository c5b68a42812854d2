using Crisis.Core.Notices.Delivery;
using Crisis.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Upkeep;

/// <summary>Every minute: sends notices that are due again. Idempotent as <see cref="NoticeRetryRound"/> is.</summary>
public sealed class RetryNotices(NoticeRetryRound round, DurableStarter starter, TimerBeats beats, TimeProvider clock)
{
    [Function(nameof(RetryNotices))]
    public async Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        starter.Use(client);
        await round.RunAsync(clock.GetUtcNow(), cancellation);
        await beats.BeatAsync(nameof(RetryNotices), cancellation);
    }
}

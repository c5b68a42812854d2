using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Delivery;
using Crisis.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Every minute: sends notices that are due again, and tells the crisis of one that is lost. Idempotent: a notice id is
/// sent once, and the inbox takes an entry once.
/// </summary>
public sealed class RetryNotices(NoticeRetries retries, INoticeSender notices, Inbox inbox, DurableStarter starter, TimerBeats beats, TimeProvider clock)
{
    [Function(nameof(RetryNotices))]
    public async Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        starter.Use(client);
        var now = clock.GetUtcNow();
        foreach (var (request, result) in await retries.RunDueAsync(notices, now, cancellation))
        {
            if (result.Delivered || request.Crisis.Length == 0) continue;
            var id = "notice-failed|" + request.Id;
            var failed = new NoticeFailed(id, now, request.Id, request.Recipient, result.Why ?? "");
            await inbox.PutAsync(new InboxEntry { Id = id, Crisis = request.Crisis, WrittenAt = now, Input = failed }, cancellation);
            await starter.RingAsync(request.Crisis, cancellation);
        }

        await beats.BeatAsync(nameof(RetryNotices), cancellation);
    }
}

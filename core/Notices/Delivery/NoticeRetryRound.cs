using Crisis.Core.Escalation;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// Sends notices that are due again, and tells the crisis of each that is lost. Idempotent: a notice id is sent once, and
/// the inbox takes an entry once.
/// </summary>
public sealed class NoticeRetryRound(NoticeRetries retries, INoticeSender notices, Inbox inbox, ICrisisStarter starter)
{
    /// <summary>When the next is due, UTC; null when none waits.</summary>
    public ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellation = default) => retries.NextAsync(cancellation);

    /// <summary>Changes whenever the retries do, as long as this process alone writes them.</summary>
    public long Changes => retries.Changes;

    public async ValueTask RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        foreach (var (request, result) in await retries.RunDueAsync(notices, now, cancellation))
        {
            if (result.Delivered || request.Crisis.Length == 0) continue;
            var id = "notice-failed|" + request.Id;
            var failed = new NoticeFailed(id, now, request.Id, request.Recipient, result.Why ?? "");
            await inbox.PutAsync(new InboxEntry { Id = id, Crisis = request.Crisis, WrittenAt = now, Input = failed }, cancellation);
            await starter.RingAsync(request.Crisis, cancellation);
        }
    }
}

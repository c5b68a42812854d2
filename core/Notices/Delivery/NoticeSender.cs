using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Links;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// Sends a notice over the ways to its recipient, each try logged before and after. Never waits: what must be tried
/// later comes back as <see cref="NoticeResult.RetryAt"/> and stands in <see cref="NoticeRetries"/>. Sending the same request again
/// repeats nothing that was accepted; a try that died half-way is repeated with the same id.
/// </summary>
public sealed class NoticeSender : INoticeSender
{
    private readonly Dictionary<string, INoticeChannel> _channels;
    private readonly INoticeContexts _contexts;
    private readonly NoticeLinks _links;
    private readonly NoticeLog _log;
    private readonly NoticeRetries _retries;
    private readonly TimeProvider _time;
    private readonly NoticeSenderOptions _options;

    /// <param name="channels">At most one of each type.</param>
    public NoticeSender(IEnumerable<INoticeChannel> channels, INoticeContexts contexts, NoticeLinks links, NoticeLog log, NoticeRetries retries, TimeProvider time, NoticeSenderOptions? options = null)
    {
        _channels = channels.ToDictionary(channel => channel.Type, StringComparer.Ordinal);
        (_contexts, _links, _log, _retries, _time, _options) = (contexts, links, log, retries, time, options ?? new NoticeSenderOptions());
    }

    public async ValueTask<NoticeResult> SendAsync(NoticeRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = await _contexts.ReadAsync(request, cancellation).ConfigureAwait(false);
        var route = NoticeRoute.Of(request, context, _channels.Keys);
        var tries = new List<NoticeDelivery>();
        foreach (var address in route.First) tries.Add(await DeliverAsync(request, context, address, false, cancellation).ConfigureAwait(false));
        foreach (var address in route.Otherwise)
        {
            if (tries.Any(done => done.Status != DeliveryStatus.Failed)) break;
            tries.Add(await DeliverAsync(request, context, address, true, cancellation).ConfigureAwait(false));
        }

        return await ConcludeAsync(request, tries, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<NoticeResult> ConcludeAsync(NoticeRequest request, List<NoticeDelivery> tries, CancellationToken cancellation)
    {
        var arrived = tries.Find(done => done.Status is DeliveryStatus.Accepted) ?? tries.Find(done => done.Status is DeliveryStatus.NotNeeded);
        var retryAt = tries.Where(done => !done.Done).Min(done => done.RetryAt);
        if (retryAt is { } at) await _retries.KeepAsync(request, at, cancellation).ConfigureAwait(false);
        var faults = tries.Where(done => done.Why is not null).Select(done => $"{done.Channel}: {done.Why}");
        var why = tries.Count == 0 ? $"There is no way to {request.Recipient}: it is not in the roster, or has neither address nor channel." : string.Join(" ", faults);
        return new NoticeResult(arrived is not null, arrived?.Channel, why.Length == 0 ? null : why) { RetryAt = retryAt };
    }

    private async ValueTask<NoticeDelivery> DeliverAsync(NoticeRequest request, NoticeContext context, NoticeAddress address, bool substitute, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var found = await _log.FindAsync(request.Crisis, request.Id, address.Channel, cancellation).ConfigureAwait(false);
        if (found is { } before && Rests(before.Delivery, now) is { } resting) return resting;
        var notice = Compose(request, context, address, substitute);
        var begun = Begin(found?.Delivery, request, notice, address, substitute, now);
        var etag = await _log.WriteAsync(begun, found?.ETag, cancellation).ConfigureAwait(false);
        if (etag is null) return begun with { Status = DeliveryStatus.Waiting, RetryAt = now + Later };
        var outcome = await TryAsync(notice, address, cancellation).ConfigureAwait(false);
        var ended = End(begun, outcome, request.Severity, _time.GetUtcNow());
        await _log.WriteAsync(ended, etag, cancellation).ConfigureAwait(false);
        return ended;
    }

    private TimeSpan Later => _options.InFlight > TimeSpan.Zero ? _options.InFlight : TimeSpan.FromSeconds(5);

    // What is done, or not yet due, is left alone.
    private NoticeDelivery? Rests(NoticeDelivery line, DateTimeOffset now)
    {
        if (line.Done || (line.Status == DeliveryStatus.Waiting && line.RetryAt > now)) return line;
        var free = line.LastAt + _options.InFlight;
        return line.Status == DeliveryStatus.Sending && free > now ? line with { RetryAt = free } : null;
    }

    private Notice Compose(NoticeRequest request, NoticeContext context, NoticeAddress address, bool substitute)
    {
        var intended = request.Recipient.StartsWith("person:", StringComparison.Ordinal) ? context.PersonOf(request.Recipient[7..]) : null;
        var team = address.Person is null;
        var language = address.Person?.Language ?? address.Settings?.Language ?? intended?.Language ?? "tr";
        var audience = new NoticeAudience(language, team, substitute && team ? intended?.Name ?? request.Recipient : null);
        var notice = NoticeComposer.Compose(request, context, audience, _links.For(request, address.Person));
        return address.Type == "webhook" && team ? notice with { Callback = _links.Callback(request) } : notice;
    }

    private async ValueTask<SendOutcome> TryAsync(Notice notice, NoticeAddress address, CancellationToken cancellation)
    {
        try
        {
            return await _channels[address.Type].SendAsync(notice, address, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A channel's fault must not keep the next channel from being tried.
            return new SendOutcome(SendStatus.Uncertain, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private static NoticeDelivery Begin(NoticeDelivery? before, NoticeRequest request, Notice notice, NoticeAddress address, bool substitute, DateTimeOffset now) => new()
    {
        Notice = request.Id,
        Crisis = request.Crisis,
        Watch = request.Watch,
        Reason = request.Reason,
        Recipient = request.Recipient,
        Channel = address.Channel,
        Substitute = substitute,
        Language = notice.Language,
        Subject = notice.Subject,
        Status = DeliveryStatus.Sending,
        Attempts = (before?.Attempts ?? 0) + 1,
        FirstAt = before?.FirstAt ?? now,
        LastAt = now,
    };

    private NoticeDelivery End(NoticeDelivery begun, SendOutcome outcome, int severity, DateTimeOffset now)
    {
        if (outcome.Status == SendStatus.Accepted) return begun with { Status = DeliveryStatus.Accepted, LastAt = now };
        if (outcome.Status == SendStatus.NotNeeded) return begun with { Status = DeliveryStatus.NotNeeded, LastAt = now };
        var wait = _options.Schedule.Next(begun.Attempts, severity, outcome);
        return begun with
        {
            Status = wait is null ? DeliveryStatus.Failed : DeliveryStatus.Waiting,
            RetryAt = now + wait,
            LastAt = now,
            Why = QuotedText.Cut(outcome.Why ?? outcome.Status.ToString(), 300),
        };
    }
}

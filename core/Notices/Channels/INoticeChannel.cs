namespace Crisis.Core.Notices.Channels;

/// <summary>
/// Carries notices to one sort of address: gives them their form and hands them over, once a call. Trouble is an
/// outcome, not an exception.
/// </summary>
public interface INoticeChannel
{
    /// <summary><c>mail</c>, <c>teams</c>, <c>webhook</c>, <c>outbox</c>.</summary>
    string Type { get; }

    ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default);
}

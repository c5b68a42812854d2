namespace Crisis.Core.Notices;

/// <summary>
/// Tells somebody: composes, picks the channel, sends, logs, tries again, takes the second channel. The same notice id
/// is sent once, or again only when it is not known whether it arrived.
/// </summary>
public interface INoticeSender
{
    ValueTask<NoticeResult> SendAsync(NoticeRequest request, CancellationToken cancellation = default);
}

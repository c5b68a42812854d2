namespace Crisis.Core.Notices.Delivery;

/// <summary>Gathers what a notice is composed from: watch, roster, channels, the crisis's state as it is now.</summary>
public interface INoticeContexts
{
    ValueTask<NoticeContext> ReadAsync(NoticeRequest request, CancellationToken cancellation = default);
}

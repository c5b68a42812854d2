using Crisis.Core.Notices;

namespace Crisis.Functions.Hosting;

/// <summary>Counts what becomes of notices; what is to be tried again counts when it has come to an end.</summary>
internal sealed class MeasuredNotices(INoticeSender sender, AppMetrics metrics) : INoticeSender
{
    public async ValueTask<NoticeResult> SendAsync(NoticeRequest request, CancellationToken cancellation = default)
    {
        var result = await sender.SendAsync(request, cancellation);
        if (result.Delivered) metrics.NoticeSent();
        else if (result.RetryAt is null) metrics.NoticeFailed();
        return result;
    }
}

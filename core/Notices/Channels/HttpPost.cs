using System.Net;
using System.Net.Http.Headers;

namespace Crisis.Core.Notices.Channels;

/// <summary>
/// Posts once and judges the answer. A connection that never stood is <see cref="SendStatus.Unavailable"/>; one that broke, or a
/// gateway that lost sight of the request, is <see cref="SendStatus.Uncertain"/>. Reasons name the host alone: the path may be secret.
/// </summary>
public sealed class HttpPost(HttpClient http, TimeProvider time)
{
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public async ValueTask<SendOutcome> SendAsync(HttpRequestMessage request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = new CancellationTokenSource(Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var host = request.RequestUri?.Host ?? "?";
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return Judge(answer, host);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendOutcome(SendStatus.Uncertain, $"{host} did not answer in time.");
        }
        catch (HttpRequestException fault)
        {
            var never = fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new SendOutcome(never ? SendStatus.Unavailable : SendStatus.Uncertain, $"{host} cannot be reached ({fault.HttpRequestError}).");
        }
    }

    private SendOutcome Judge(HttpResponseMessage answer, string host)
    {
        var why = $"{host} answered {(int)answer.StatusCode}.";
        return answer.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => SendOutcome.Accepted,
            HttpStatusCode.TooManyRequests => new SendOutcome(SendStatus.Throttled, why, RetryAfter(answer.Headers.RetryAfter)),
            HttpStatusCode.RequestTimeout => new SendOutcome(SendStatus.Unavailable, why),
            HttpStatusCode.ServiceUnavailable => new SendOutcome(SendStatus.Unavailable, why, RetryAfter(answer.Headers.RetryAfter)),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome(SendStatus.Refused, why + " Check the channel's address and key."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new SendOutcome(SendStatus.Refused, why + " The channel's address is no longer there."),
            >= HttpStatusCode.InternalServerError => new SendOutcome(SendStatus.Uncertain, why),
            _ => new SendOutcome(SendStatus.Refused, why),
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

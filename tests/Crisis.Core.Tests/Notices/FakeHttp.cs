using System.Net;

namespace Crisis.Core.Tests.Notices;

/// <summary>A server at the other end of an HttpClient: keeps what it got, answers as told.</summary>
internal sealed class FakeHttp(Func<HttpRequestMessage, HttpResponseMessage>? answer = null) : HttpMessageHandler
{
    public List<(Uri Url, string Body, Dictionary<string, string> Headers)> Got { get; } = [];

    public HttpClient Client => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Got.Add((request.RequestUri!, body, request.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase)));
        return answer?.Invoke(request) ?? new HttpResponseMessage(HttpStatusCode.Accepted);
    }
}

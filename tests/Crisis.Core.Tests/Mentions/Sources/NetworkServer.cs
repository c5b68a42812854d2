using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>
/// A network in the test's own process: posts, paging, limits, a clock of its own that may be wrong, and failures on
/// demand. Each network's server gives it its paths and shapes.
/// </summary>
public abstract class NetworkServer(FakeTimeProvider clock) : HttpMessageHandler
{
    private readonly Queue<DateTimeOffset> recent = new();

    public FakeTimeProvider Clock { get; } = clock;

    public List<Post> Posts { get; } = [];

    /// <summary>All requests that came, also the refused ones.</summary>
    public int Requests { get; private set; }

    public List<string> Asked { get; } = [];

    /// <summary>What happens to the n-th request instead of an answer.</summary>
    public Func<int, Trouble?> Trouble { get; set; } = _ => null;

    /// <summary>A status that every request is refused with.</summary>
    public HttpStatusCode? Refusal { get; set; }

    /// <summary>How far the server's clock is ahead.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>A credential the server takes; any other is refused.</summary>
    public string Credential { get; set; } = "right";

    /// <summary>The published limit, and how many requests came in spite of it.</summary>
    public (int Requests, TimeSpan Window)? Limit { get; set; }

    public int Breaches { get; private set; }

    /// <summary>The largest number of requests (or units) within a window.</summary>
    public int Peak { get; private set; }

    protected DateTimeOffset ServerNow => Clock.GetUtcNow() + Skew;

    protected int LeftInWindow => Limit is { } limit ? limit.Requests - recent.Count : int.MaxValue;

    protected DateTimeOffset WindowEnds => ServerNow + (Limit?.Window ?? TimeSpan.FromMinutes(5));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Asked.Add(request.RequestUri!.PathAndQuery);
        var response = Trouble(Requests) switch
        {
            Sources.Trouble.Throttled => Throttled(TimeSpan.FromSeconds(17)),
            Sources.Trouble.ServerError => Status(HttpStatusCode.InternalServerError, "<html>oops</html>"),
            Sources.Trouble.Reset => throw new HttpRequestException("Connection reset by peer"),
            _ when Refusal is { } refusal => Status(refusal, "{}"),
            _ => Count(request) ? Answer(request) : Throttled(TimeSpan.FromMinutes(5)),
        };
        response.Headers.Date = ServerNow;
        return Task.FromResult(response);
    }

    /// <summary>The refusal of a request too many, as this network words it.</summary>
    protected virtual HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Status(HttpStatusCode.TooManyRequests, """{"error":"Too many requests"}""");
        response.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    protected abstract HttpResponseMessage Answer(HttpRequestMessage request);

    /// <summary>What a request counts against the limit.</summary>
    protected virtual int Units(HttpRequestMessage request) => 1;

    protected static HttpResponseMessage Status(HttpStatusCode status, string body, string type = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    protected static HttpResponseMessage Json(string body) => Status(HttpStatusCode.OK, body);

    /// <summary>The newest posts that match, behind the one with this number; <see cref="Posts"/> is in order of time.</summary>
    protected List<Post> Newest(Func<Post, bool> match, int? behind, int limit)
    {
        var page = new List<Post>();
        var at = Posts.Count - 1;
        if (behind is not null)
        {
            while (at >= 0 && Posts[at].Number != behind) at--;
            at--;
        }

        for (; at >= 0 && page.Count < limit; at--)
        {
            if (match(Posts[at])) page.Add(Posts[at]);
        }

        return page;
    }

    /// <summary>A text as JSON, quotes and all.</summary>
    protected static string J(string? text) => System.Text.Json.JsonSerializer.Serialize(text);

    protected static Dictionary<string, List<string>> Query(HttpRequestMessage request)
    {
        var query = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var key = Uri.UnescapeDataString(parts[0]);
            if (!query.TryGetValue(key, out var values)) query[key] = values = [];
            values.Add(Uri.UnescapeDataString((parts.Length > 1 ? parts[1] : "").Replace('+', ' ')));
        }

        return query;
    }

    private bool Count(HttpRequestMessage request)
    {
        if (Limit is not { } limit) return true;
        var now = Clock.GetUtcNow();
        while (recent.Count > 0 && recent.Peek() <= now - limit.Window) recent.Dequeue();
        for (var i = 0; i < Units(request); i++) recent.Enqueue(now);
        Peak = Math.Max(Peak, recent.Count);
        if (recent.Count <= limit.Requests) return true;
        Breaches++;
        return false;
    }
}

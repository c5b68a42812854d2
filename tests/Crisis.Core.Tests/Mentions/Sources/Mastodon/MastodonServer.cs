using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Mastodon;

/// <summary>
/// A Mastodon server: paths, parameters and shapes from docs.joinmastodon.org (methods/search, timelines, accounts,
/// notifications, statuses; entities/Status; API guidelines on paging by Link; api/rate-limits).
/// </summary>
public sealed class MastodonServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public const string Host = "sosyal.example";

    private const long FirstId = 110_000_000_000_000_000;

    public static string IdOf(int number) => (FirstId + number).ToString(CultureInfo.InvariantCulture);

    public HashSet<string> Forbidden { get; } = [];

    public string Brand { get; set; } = "kuzeykargo";

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var query = Query(request);
        var token = request.Headers.Authorization?.Parameter;
        if (token is not null && token != Credential) return Limits(Status(HttpStatusCode.Unauthorized, """{"error":"The access token is invalid"}"""));
        if (Forbidden.Contains(path)) return Limits(Status(HttpStatusCode.Forbidden, """{"error":"This action is outside the authorized scopes"}"""));
        if (path == "/api/v2/instance") return Limits(Json("""{"domain":"sosyal.example","version":"4.5.0","configuration":{"urls":{"streaming":"wss://akis.sosyal.example"} } }"""));
        if (path.StartsWith("/api/v1/streaming/", StringComparison.Ordinal)) return Stream(request, token);
        if (path == "/api/v1/accounts/lookup")
        {
            return Limits(query["acct"][0].StartsWith(Brand, StringComparison.Ordinal)
                ? Json($$"""{"id":"42","username":"{{Brand}}","acct":"{{Brand}}","followers_count":1200}""")
                : Status(HttpStatusCode.NotFound, """{"error":"Record not found"}"""));
        }

        if (path == "/api/v1/statuses")
        {
            var ids = query["id[]"];
            if (ids.Count > 20) return Limits(Status(HttpStatusCode.UnprocessableEntity, """{"error":"Validation failed"}"""));
            return Limits(Json($"[{string.Join(',', Posts.Where(p => ids.Contains(IdOf(p.Number))).Select(Shape))}]"));
        }

        if (path == "/api/v2/search")
        {
            if (token is null) return Limits(Json("""{"accounts":[],"statuses":[],"hashtags":[]}"""));
            var words = query["q"][0].Trim('"');
            var found = Page(p => p.Broken || p.Text.Contains(words, StringComparison.OrdinalIgnoreCase), query);
            return Limits(Json($$"""{"accounts":[],"statuses":[{{string.Join(',', found.Select(Shape))}}],"hashtags":[]}"""));
        }

        Func<Post, bool> list = path switch
        {
            "/api/v1/accounts/42/statuses" => p => p.Author == Brand,
            "/api/v1/notifications" => p => p.Text.Contains($"@{Brand}", StringComparison.Ordinal),
            _ when path.StartsWith("/api/v1/timelines/tag/", StringComparison.Ordinal) => p => p.Text.Contains('#' + Uri.UnescapeDataString(path.Split('/')[^1]), StringComparison.Ordinal),
            _ => throw new InvalidOperationException(path),
        };
        var page = Page(list, query);
        var bodies = page.Select(p => path == "/api/v1/notifications" ? $$"""{"id":"{{p.Number}}","type":"mention","created_at":"{{p.At:O}}","status":{{Shape(p)}}}""" : Shape(p));
        var response = Json($"[{string.Join(',', bodies)}]");
        if (page.Count > 0)
            response.Headers.TryAddWithoutValidation("Link", $"<https://{Host}{path}?limit=40&max_id={IdOf(page[^1].Number)}>; rel=\"next\", <https://{Host}{path}?min_id={IdOf(page[0].Number)}>; rel=\"prev\"");
        return Limits(response);
    }

    /// <summary>Streams that are open, and how many ever were.</summary>
    public List<(string Path, PipeWriter Pipe)> Open { get; } = [];

    public int Connections { get; private set; }

    /// <summary>Tells all streams whose path begins so; as the streaming server does, after a sign of life.</summary>
    public async Task TellAsync(string stream, string name, string data)
    {
        foreach (var (path, pipe) in Open.ToList().Where(o => o.Path.StartsWith($"/api/v1/streaming/{stream}", StringComparison.Ordinal)))
            await pipe.WriteAsync(System.Text.Encoding.UTF8.GetBytes($":thump\nevent: {name}\ndata: {data}\n\n"));
    }

    public Task TellAsync(string stream, string name, Post post) =>
        TellAsync(stream, name, name == "notification" ? $$"""{"id":"1","type":"mention","status":{{Line(post)}} }""" : Line(post));

    public async Task HangUpAsync()
    {
        foreach (var (_, pipe) in Open) await pipe.CompleteAsync();
        Open.Clear();
    }

    private string Line(Post post) => Shape(post).ReplaceLineEndings("");

    private HttpResponseMessage Stream(HttpRequestMessage request, string? token)
    {
        request.RequestUri!.Host.ShouldBe("akis.sosyal.example");
        if (token is null) return Status(HttpStatusCode.Unauthorized, """{"error":"Missing access token"}""");
        var pipe = new Pipe();
        Connections++;
        Open.Add((request.RequestUri.PathAndQuery, pipe.Writer));
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) };
        response.Content.Headers.ContentType = new("text/event-stream");
        return response;
    }

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        // Mastodon sends no Retry-After: its limit headers say when.
        var response = Status(HttpStatusCode.TooManyRequests, """{"error":"Too many requests"}""");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", "300");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "0");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", (ServerNow + wait).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        return response;
    }

    private HttpResponseMessage Limits(HttpResponseMessage response)
    {
        response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", "300");
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", Math.Min(299, LeftInWindow).ToString(CultureInfo.InvariantCulture));
        response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", WindowEnds.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        return response;
    }

    private List<Post> Page(Func<Post, bool> match, Dictionary<string, List<string>> query)
    {
        var limit = int.Parse(query["limit"][0], CultureInfo.InvariantCulture);
        limit.ShouldBeLessThanOrEqualTo(40);
        int? behind = query.TryGetValue("max_id", out var max) ? (int)(long.Parse(max[0], CultureInfo.InvariantCulture) - FirstId) : null;
        return Newest(match, behind, limit);
    }

    private string Shape(Post p) => p.Broken
        ? $$"""{"id":"{{IdOf(p.Number)}}","content":"<p>no date</p>"}"""
        : $$"""
          {"id":"{{IdOf(p.Number)}}","created_at":"{{p.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}","in_reply_to_id":{{(p.ReplyTo is { } r ? J(IdOf(r)) : "null")}},
          "in_reply_to_account_id":null,"sensitive":false,"spoiler_text":"","visibility":"public","language":"tr",
          "uri":"https://{{Host}}/users/{{p.Author}}/statuses/{{IdOf(p.Number)}}","url":"https://{{Host}}/@{{p.Author}}/{{IdOf(p.Number)}}",
          "replies_count":1,"reblogs_count":2,"favourites_count":{{p.Likes}},"edited_at":{{(p.EditedAt is { } e ? J(e.ToString("O")) : "null")}},
          "content":{{J("<p>" + WebUtility.HtmlEncode(p.Text) + "</p>")}},"reblog":null,
          "quote":{{(p.QuoteOf is { } q ? $$"""{"state":"accepted","quoted_status":{"id":"{{IdOf(q)}}"} }""" : "null")}},
          "account":{"id":"{{(p.Author == Brand ? 42 : 100 + p.Author.Select((c, i) => c * (i + 1)).Sum())}}","username":{{J(p.Author)}},"acct":{{J(p.Author)}},"display_name":"x","locked":false,"bot":false,"followers_count":314,"statuses_count":1},
          "media_attachments":[],"mentions":[],"tags":[],"emojis":[],"card":null,"poll":null}
          """;
}

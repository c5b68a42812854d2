using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Bluesky;

/// <summary>
/// A personal data server with its AppView: methods, parameters, errors and shapes from the lexicons of
/// github.com/bluesky-social/atproto (app/bsky/feed/searchPosts, getAuthorFeed, getPosts, defs#postView,
/// app/bsky/notification/listNotifications, com/atproto/server/createSession) and docs.bsky.app (rate limits). The
/// search's cursor is an offset, as the AppView's was seen to be.
/// </summary>
public sealed class BlueskyServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    private int session = 1;

    public const string Brand = "kuzeykargo.example";

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3k{number:0000000}abcd");

    /// <summary>Offsets over this are refused, as deep paging is.</summary>
    public int DeepestOffset { get; set; } = int.MaxValue;

    public int SignIns { get; private set; }

    public void ExpireSessions() => session++;

    protected override HttpResponseMessage Answer(HttpRequestMessage request) => Limits(Reply(request));

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Status(HttpStatusCode.TooManyRequests, """{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}""");
        response.Headers.TryAddWithoutValidation("ratelimit-limit", "3000");
        response.Headers.TryAddWithoutValidation("ratelimit-remaining", "0");
        response.Headers.TryAddWithoutValidation("ratelimit-reset", (ServerNow + wait).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        response.Headers.TryAddWithoutValidation("ratelimit-policy", "3000;w=300");
        return response;
    }

    private HttpResponseMessage Reply(HttpRequestMessage request)
    {
        var method = request.RequestUri!.AbsolutePath["/xrpc/".Length..];
        if (method == "com.atproto.server.createSession")
        {
            using var body = System.Text.Json.JsonDocument.Parse(request.Content!.ReadAsStream());
            if (body.RootElement.GetProperty("password").GetString() != Credential)
                return Status(HttpStatusCode.Unauthorized, """{"error":"AuthenticationRequired","message":"Invalid identifier or password"}""");
            SignIns++;
            return Json($$"""{"did":"did:plc:brand","handle":"{{Brand}}","accessJwt":"jwt{{session}}","refreshJwt":"r","active":true}""");
        }

        var token = request.Headers.Authorization?.Parameter;
        if (token is null) return Status(HttpStatusCode.Unauthorized, """{"error":"AuthMissing","message":"Authentication Required"}""");
        if (token != $"jwt{session}") return Status(HttpStatusCode.BadRequest, """{"error":"ExpiredToken","message":"Token has expired"}""");
        var query = Query(request);
        if (method == "app.bsky.feed.getPosts")
        {
            query["uris"].Count.ShouldBeLessThanOrEqualTo(25);
            return Json($$"""{"posts":[{{string.Join(',', Posts.Where(p => query["uris"].Contains(IdOf(p.Number))).Select(View))}}]}""");
        }

        var limit = int.Parse(query["limit"][0], CultureInfo.InvariantCulture);
        limit.ShouldBeInRange(1, 100);
        var offset = query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor[0], CultureInfo.InvariantCulture) : 0;
        if (offset > DeepestOffset) return Status(HttpStatusCode.BadRequest, """{"error":"InvalidRequest","message":"Cursor too deep"}""");
        var (name, match) = method switch
        {
            "app.bsky.feed.searchPosts" => ("posts", Search(query)),
            "app.bsky.feed.getAuthorFeed" => ("feed", p => p.Author == query["actor"][0]),
            "app.bsky.notification.listNotifications" => ("notifications", p => p.Text.Contains('@' + Brand, StringComparison.Ordinal) || Posts.Any(o => o.Author == Brand && (o.Number == p.ReplyTo || o.Number == p.QuoteOf))),
            _ => ("", (Func<Post, bool>)(_ => throw new InvalidOperationException(method))),
        };
        var page = Newest(match, null, offset + limit).Skip(offset).ToList();
        var next = page.Count == limit ? $$""","cursor":"{{offset + limit}}" """ : "";
        var items = page.Select(p => name == "feed" ? $$"""{"post":{{View(p)}} }""" : name == "posts" ? View(p) : Notification(p));
        return Json($$"""{"{{name}}":[{{string.Join(',', items)}}]{{next}}}""");
    }

    private static Func<Post, bool> Search(Dictionary<string, List<string>> query)
    {
        var words = query["q"][0].Trim('"');
        query["sort"].ShouldBe(["latest"]);
        var since = DateTimeOffset.Parse(query["since"][0], CultureInfo.InvariantCulture);
        var until = query.TryGetValue("until", out var u) ? DateTimeOffset.Parse(u[0], CultureInfo.InvariantCulture) : DateTimeOffset.MaxValue;
        return p => (p.Broken || p.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) && p.At >= since && p.At < until;
    }

    private HttpResponseMessage Limits(HttpResponseMessage response)
    {
        response.Headers.TryAddWithoutValidation("ratelimit-limit", "3000");
        response.Headers.TryAddWithoutValidation("ratelimit-remaining", Math.Min(2999, LeftInWindow).ToString(CultureInfo.InvariantCulture));
        response.Headers.TryAddWithoutValidation("ratelimit-reset", WindowEnds.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static string View(Post p) => Shape(p).ToJsonString();

    private static JsonObject Shape(Post p)
    {
        var record = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = p.Text };
        var view = new JsonObject { ["uri"] = IdOf(p.Number), ["cid"] = "bafy", ["record"] = record };
        if (p.Broken) return view;
        record["createdAt"] = p.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        record["langs"] = new JsonArray("tr");
        if (p.ReplyTo is { } r) record["reply"] = new JsonObject { ["root"] = Reference(r), ["parent"] = Reference(r) };
        if (p.QuoteOf is { } q) record["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = Reference(q) };
        view["author"] = new JsonObject
        {
            ["did"] = $"did:plc:{p.Author}",
            ["handle"] = p.Author,
            ["displayName"] = "x",
            ["verification"] = new JsonObject { ["verifiedStatus"] = "valid" },
        };
        view["indexedAt"] = p.At.AddSeconds(1).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        (view["replyCount"], view["repostCount"], view["likeCount"], view["quoteCount"]) = (1, 2, p.Likes, 3);
        view["labels"] = new JsonArray();
        return view;
    }

    private static JsonObject Reference(int number) => new() { ["uri"] = IdOf(number), ["cid"] = "bafy" };

    private static string Notification(Post p)
    {
        var view = Shape(p);
        view["reason"] = p.ReplyTo is not null ? "reply" : p.QuoteOf is not null ? "quote" : "mention";
        view["isRead"] = false;
        return view.ToJsonString();
    }
}

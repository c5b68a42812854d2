using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Reddit;

/// <summary>
/// Reddit: sign-in from github.com/reddit-archive/reddit/wiki/OAuth2, listings, search and info from reddit.com/dev/api,
/// things from the same wiki's JSON page, limit headers from the Data API wiki. A listing ends after 1,000 items.
/// </summary>
public sealed class RedditServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public const int Shown = 1_000;

    public static string IdOf(Post p) => $"{(p.ReplyTo is null ? "t3" : "t1")}_{p.Number:x}";

    public HashSet<string> Private { get; } = [];

    public List<string> Agents { get; } = [];

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        Agents.Add(request.Headers.UserAgent.ToString());
        var response = Reply(request);
        response.Headers.TryAddWithoutValidation("x-ratelimit-used", "1");
        response.Headers.TryAddWithoutValidation("x-ratelimit-remaining", string.Create(CultureInfo.InvariantCulture, $"{Math.Min(995, LeftInWindow):0.0}"));
        response.Headers.TryAddWithoutValidation("x-ratelimit-reset", "600");
        return response;
    }

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Status(HttpStatusCode.TooManyRequests, """{"message":"Too Many Requests","error":429}""");
        response.Headers.TryAddWithoutValidation("x-ratelimit-remaining", "0.0");
        response.Headers.TryAddWithoutValidation("x-ratelimit-reset", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private HttpResponseMessage Reply(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path == "/api/v1/access_token")
        {
            var right = Convert.ToBase64String(Encoding.UTF8.GetBytes($"app:{Credential}"));
            return request.Headers.Authorization?.Parameter == right
                ? Json("""{"access_token":"bearer","token_type":"bearer","expires_in":86400,"scope":"*"}""")
                : Status(HttpStatusCode.Unauthorized, """{"message":"Unauthorized","error":401}""");
        }

        request.RequestUri.Host.ShouldBe("oauth.reddit.com");
        request.Headers.Authorization!.Parameter.ShouldBe("bearer");
        var query = Query(request);
        if (path == "/api/info")
        {
            var ids = query["id"][0].Split(',');
            return Json(Listing(Posts.Where(p => ids.Contains(IdOf(p))), null));
        }

        if (Private.FirstOrDefault(s => path.StartsWith($"/r/{s}/", StringComparison.Ordinal)) is not null)
            return Status(HttpStatusCode.Forbidden, """{"reason":"private","message":"Forbidden","error":403}""");
        var limit = int.Parse(query["limit"][0], CultureInfo.InvariantCulture);
        var shown = Posts.Count > Shown ? Posts[^Shown].Number : 0;
        Func<Post, bool> match = path switch
        {
            "/search" => p => p.ReplyTo is null && (p.Broken || p.Text.Contains("kuzey", StringComparison.OrdinalIgnoreCase)),
            "/r/Turkey/comments" => p => p.ReplyTo is not null,
            "/user/kuzeykargo/overview" => p => p.Author == "kuzeykargo",
            _ => _ => false,
        };
        int? behind = query.TryGetValue("after", out var after) ? int.Parse(after[0][3..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;
        var page = Newest(p => match(p) && p.Number >= shown, behind, limit);
        return Json(Listing(page, page.Count == limit ? IdOf(page[^1]) : null));
    }

    private static string Listing(IEnumerable<Post> posts, string? after)
    {
        var children = new JsonArray();
        foreach (var p in posts) children.Add(new JsonObject { ["kind"] = IdOf(p)[..2], ["data"] = Thing(p) });
        return new JsonObject { ["kind"] = "Listing", ["data"] = new JsonObject { ["after"] = after, ["dist"] = children.Count, ["modhash"] = null, ["children"] = children, ["before"] = null } }.ToJsonString();
    }

    private static JsonObject Thing(Post p)
    {
        var thing = new JsonObject { ["id"] = IdOf(p)[3..], ["name"] = IdOf(p), ["author"] = p.Author, ["author_fullname"] = "t2_" + p.Author, ["subreddit"] = "Turkey" };
        if (p.Broken) return thing;
        thing["created_utc"] = p.At.ToUnixTimeMilliseconds() / 1000.0;
        thing["permalink"] = $"/r/Turkey/comments/{p.Number:x}/";
        thing["score"] = p.Likes;
        thing["num_comments"] = 1;
        thing["edited"] = p.EditedAt is { } e ? e.ToUnixTimeSeconds() : JsonValue.Create(false);
        if (p.ReplyTo is { } parent) (thing["body"], thing["parent_id"], thing["link_id"]) = (p.Text, $"t3_{parent:x}", $"t3_{parent:x}");
        else (thing["title"], thing["selftext"]) = (p.Text, "");
        if (p.QuoteOf is { } quoted) thing["crosspost_parent"] = $"t3_{quoted:x}";
        return thing;
    }
}

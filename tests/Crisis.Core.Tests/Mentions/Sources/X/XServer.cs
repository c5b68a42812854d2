using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.X;

/// <summary>
/// X API v2: recent search, lookup, objects and problems from docs.x.com (posts/search/recent, posts/lookup,
/// fundamentals/data-dictionary, rate-limits, response-codes-and-errors).
/// </summary>
public sealed class XServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public static string IdOf(int number) => (1_900_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public (HttpStatusCode Status, string Body)? Instead { get; set; }

    /// <summary>Posts sent: what X counts, and bills.</summary>
    public int Sent { get; private set; }

    public string? LastQuery { get; private set; }

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var response = Reply(request);
        response.Headers.TryAddWithoutValidation("x-rate-limit-limit", "450");
        response.Headers.TryAddWithoutValidation("x-rate-limit-remaining", Math.Min(449, LeftInWindow).ToString(CultureInfo.InvariantCulture));
        response.Headers.TryAddWithoutValidation("x-rate-limit-reset", (ServerNow.AddMinutes(15)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return response;
    }

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Status(HttpStatusCode.TooManyRequests, """{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}""");
        response.Headers.TryAddWithoutValidation("x-rate-limit-remaining", "0");
        response.Headers.TryAddWithoutValidation("x-rate-limit-reset", (ServerNow + wait).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private HttpResponseMessage Reply(HttpRequestMessage request)
    {
        if (request.Headers.Authorization?.Parameter != Credential) return Status(HttpStatusCode.Unauthorized, """{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}""");
        if (Instead is { } instead) return Status(instead.Status, instead.Body);
        var query = Query(request);
        if (request.RequestUri!.AbsolutePath == "/2/tweets")
        {
            var ids = query["ids"][0].Split(',');
            return Body([.. Posts.Where(p => ids.Contains(IdOf(p.Number)))], null);
        }

        LastQuery = query["query"][0];
        LastQuery.Length.ShouldBeLessThanOrEqualTo(512);
        var limit = int.Parse(query["max_results"][0], CultureInfo.InvariantCulture);
        limit.ShouldBeInRange(10, 100);
        var start = DateTimeOffset.Parse(query["start_time"][0], CultureInfo.InvariantCulture);
        start.ShouldBeGreaterThan(Clock.GetUtcNow().AddDays(-7));
        int? behind = query.TryGetValue("next_token", out var token) ? int.Parse(token[0][3..], CultureInfo.InvariantCulture) : null;
        var page = Newest(p => p.At >= start, behind, limit);
        return Body(page, page.Count == limit ? $"b26{page[^1].Number}" : null);
    }

    private HttpResponseMessage Body(List<Post> posts, string? next)
    {
        Sent += posts.Count;
        var meta = new JsonObject { ["result_count"] = posts.Count };
        if (next is not null) meta["next_token"] = next;
        var body = new JsonObject { ["meta"] = meta };
        if (posts.Count > 0)
        {
            body["data"] = new JsonArray([.. posts.Select(Shape)]);
            body["includes"] = new JsonObject
            {
                ["users"] = new JsonArray([.. posts.Select(p => p.Author).Distinct().Select(a => new JsonObject
                {
                    ["id"] = "7" + a, ["username"] = a, ["name"] = a, ["verified"] = a == "kuzeykargo", ["public_metrics"] = new JsonObject { ["followers_count"] = 271 },
                })]),
            };
        }

        return Json(body.ToJsonString());
    }

    private static JsonObject Shape(Post p)
    {
        var post = new JsonObject { ["id"] = IdOf(p.Number), ["text"] = WebUtility.HtmlEncode(p.Text).Replace("&quot;", "\"").Replace("&#39;", "'"), ["edit_history_tweet_ids"] = new JsonArray(IdOf(p.Number)) };
        if (p.Broken) return post;
        post["created_at"] = p.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        post["author_id"] = "7" + p.Author;
        post["lang"] = "tr";
        post["public_metrics"] = new JsonObject { ["retweet_count"] = 2, ["reply_count"] = 1, ["like_count"] = p.Likes, ["quote_count"] = 3, ["bookmark_count"] = 0, ["impression_count"] = 9 };
        var references = new JsonArray();
        if (p.ReplyTo is { } r) references.Add(new JsonObject { ["type"] = "replied_to", ["id"] = IdOf(r) });
        if (p.QuoteOf is { } q) references.Add(new JsonObject { ["type"] = "quoted", ["id"] = IdOf(q) });
        if (references.Count > 0) post["referenced_tweets"] = references;
        return post;
    }
}

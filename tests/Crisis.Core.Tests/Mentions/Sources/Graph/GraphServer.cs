using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Graph;

/// <summary>
/// Meta's Graph API: edges, fields and paging from developers.facebook.com/docs (instagram-platform/instagram-graph-api/
/// reference: ig-user/media, ig-user/tags, ig-media/comments; graph-api/reference: page/feed, page/tagged,
/// object/comments), errors from guides/error-handling, usage header from overview/rate-limiting. The account has one
/// post; all others are comments under it.
/// </summary>
public sealed class GraphServer(FakeTimeProvider clock, bool instagram) : NetworkServer(clock)
{
    public const string Account = "17841400000000000";

    public static string IdOf(int number) => (18_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public string PostId { get; } = (instagram ? "" : Account + "_") + "17900000000000001";

    /// <summary>Objects that the token may not see, the account among them: their error is that of objects that are gone.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>Objects whose call in a batch runs out of time.</summary>
    public HashSet<string> Slow { get; } = [];

    /// <summary>The code of the error that a single call of a batch is answered with.</summary>
    public Dictionary<string, int> Refused { get; } = [];

    /// <summary>How many calls were made, those of batches each for itself.</summary>
    public int Calls { get; private set; }

    /// <summary>The code of an error to answer with.</summary>
    public int? Code { get; set; }

    /// <summary>Percent of the calls used, as the usage header says it.</summary>
    public int Used { get; set; } = 3;

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var response = Reply(request);
        response.Headers.TryAddWithoutValidation("X-Business-Use-Case-Usage", $$"""{"{{Account}}":[{"type":"pages","call_count":{{Used}},"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":{{(Used >= 100 ? 42 : 0)}}}]}""");
        return response;
    }

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Error(HttpStatusCode.Forbidden, instagram ? 80_002 : 80_001);
        response.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private HttpResponseMessage Reply(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Post) return Batch(request);
        Calls++;
        if (request.Headers.Authorization?.Parameter != Credential) return Error(HttpStatusCode.BadRequest, 190);
        if (Code is { } code) return Error(HttpStatusCode.BadRequest, code);
        var parts = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var query = Query(request);
        if (parts[2] is "media" or "feed") return List([Post()], null);
        if (parts[2] is "tags" or "tagged" || parts[1] != PostId) return List([], null);
        var limit = int.Parse(query["limit"][0], CultureInfo.InvariantCulture);
        int? behind = query.TryGetValue("after", out var after) ? int.Parse(after[0]["QVF".Length..], CultureInfo.InvariantCulture) : null;
        var page = Newest(p => !instagram || p.ReplyTo is null, behind, limit);
        return List([.. page.Select(Item)], page.Count == limit ? $"QVF{page[^1].Number}" : null);
    }

    /// <summary>guides: batch-requests. The whole fails with the token; a call fails for itself.</summary>
    private HttpResponseMessage Batch(HttpRequestMessage request)
    {
        var form = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult().Split('&').Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        if (form["access_token"] != Credential) return Error(HttpStatusCode.BadRequest, 190);
        if (Code is { } code) return Error(HttpStatusCode.BadRequest, code);
        var calls = JsonNode.Parse(form["batch"])!.AsArray();
        calls.Count.ShouldBeLessThanOrEqualTo(50);
        Calls += calls.Count;
        return Json(new JsonArray([.. calls.Select(call => Call(call!["method"]!.GetValue<string>(), call["relative_url"]!.GetValue<string>()))]).ToJsonString());
    }

    private JsonObject? Call(string method, string url)
    {
        method.ShouldBe("GET");
        var (id, fields) = (url.Split('?')[0], url.Split("fields=")[1].Replace("{id}", "", StringComparison.Ordinal).Split(','));
        if (Slow.Contains(id)) return null;
        var found = Posts.FirstOrDefault(p => IdOf(p.Number) == id);
        var item = Hidden.Contains(id) ? null : id == Account ? new JsonObject { ["id"] = Account } : id == PostId ? Post() : found is null ? null : Item(found);
        var answer = Refused.TryGetValue(id, out var refused) ? Error(HttpStatusCode.BadRequest, refused)
            : item is null ? Error(HttpStatusCode.BadRequest, 100, 33)
            // A field that this sort of object does not have; one that is empty is left out instead.
            : fields.Contains(instagram ? "text" : "like_count") && id == PostId ? Error(HttpStatusCode.BadRequest, 100)
            : Json(item.ToJsonString());
        return new JsonObject { ["code"] = (int)answer.StatusCode, ["body"] = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult() };
    }

    private static HttpResponseMessage Error(HttpStatusCode status, int code, int sub = 0) => Status(status,
        $$"""{"error":{"message":"x","type":"OAuthException","code":{{code}},"error_subcode":{{sub}},"fbtrace_id":"t"} }""");

    private static HttpResponseMessage List(JsonObject[] items, string? next)
    {
        var body = new JsonObject { ["data"] = new JsonArray([.. items]) };
        if (items.Length > 0) body["paging"] = new JsonObject { ["cursors"] = new JsonObject { ["before"] = "b", ["after"] = next ?? "end" } };
        if (next is not null) body["paging"]!["next"] = "https://graph.facebook.com/next";
        return Json(body.ToJsonString());
    }

    /// <summary>The account's own post, from before all tests: too old to be given itself.</summary>
    private JsonObject Post() => instagram
        ? new() { ["id"] = PostId, ["caption"] = "Kampanya", ["timestamp"] = "2026-02-20T10:00:00+0000", ["username"] = "kuzeykargo", ["like_count"] = 3, ["comments_count"] = 9, ["permalink"] = "https://www.instagram.com/p/x/" }
        : new() { ["id"] = PostId, ["message"] = "Kampanya", ["created_time"] = "2026-02-20T10:00:00+0000", ["from"] = new JsonObject { ["id"] = Account, ["name"] = "Kuzey" }, ["permalink_url"] = "https://www.facebook.com/x" };

    private JsonObject Item(Post p)
    {
        var item = new JsonObject { ["id"] = IdOf(p.Number), [instagram ? "text" : "message"] = p.Text, ["like_count"] = p.Likes };
        if (!p.Broken) item[instagram ? "timestamp" : "created_time"] = p.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+0000";
        var id = p.Author == "kuzeykargo" ? Account : "9" + p.Author.Length;
        item["from"] = new JsonObject { ["id"] = id, [instagram ? "username" : "name"] = p.Author };
        if (instagram) item["username"] = p.Author;
        if (p.ReplyTo is { } parent)
        {
            if (instagram) item["parent_id"] = IdOf(parent);
            else item["parent"] = new JsonObject { ["id"] = IdOf(parent) };
        }

        var replies = instagram ? Posts.Where(r => r.ReplyTo == p.Number).ToList() : [];
        if (replies.Count > 0) item["replies"] = new JsonObject { ["data"] = new JsonArray([.. replies.Select(Item)]) };
        return item;
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.YouTube;

/// <summary>
/// YouTube Data API v3: resources, parameters, errors and unit costs from developers.google.com/youtube/v3 (docs/
/// commentThreads, comments, search, videos, channels, errors; determine_quota_cost). Posts are comments on the brand's
/// channel; those whose author is a channel id of their own are videos.
/// </summary>
public sealed class YouTubeServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public const string Channel = "UCkuzeykargo0000000000000";

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Ugx{number:00000000}4AaABAg");

    public static string VideoOf(int number) => string.Create(CultureInfo.InvariantCulture, $"vid{number:00000000}");

    /// <summary>Which of the posts are videos.</summary>
    public HashSet<int> Videos { get; } = [];

    public string? Reason { get; set; }

    /// <summary>Units by 1 and 100, as the quota page counts them.</summary>
    public int UnitsUsed { get; private set; }

    protected override int Units(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal) ? 100 : 1;

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Error(HttpStatusCode.TooManyRequests, "rateLimitExceeded");
        response.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        UnitsUsed += Units(request);
        if (!request.Headers.TryGetValues("X-Goog-Api-Key", out var key) || key.Single() != Credential) return Error(HttpStatusCode.BadRequest, "keyInvalid");
        if (Reason is not null) return Error(HttpStatusCode.Forbidden, Reason);
        var query = Query(request);
        switch (request.RequestUri!.AbsolutePath["/youtube/v3/".Length..])
        {
            case "channels":
                return Json($$"""{"kind":"youtube#channelListResponse","items":[{"kind":"youtube#channel","id":"{{Channel}}"}]}""");
            case "comments":
                query["id"][0].Split(',').Length.ShouldBeLessThanOrEqualTo(50);
                return List(Posts.Where(p => query["id"][0].Split(',').Contains(IdOf(p.Number))).Select(Comment), null);
            case "videos":
                return List(Posts.Where(p => query["id"][0].Split(',').Contains(VideoOf(p.Number))).Select(p => Video(p, search: false)), null);
            case "search":
                query["type"].ShouldBe(["video"]);
                return List(Newest(p => Videos.Contains(p.Number), null, 50).Select(p => Video(p, search: true)), null);
            default:
                query["order"].ShouldBe(["time"]);
                int? behind = query.TryGetValue("pageToken", out var token) ? int.Parse(token[0]["QURT".Length..], CultureInfo.InvariantCulture) : null;
                var page = Newest(p => !Videos.Contains(p.Number) && p.ReplyTo is null, behind, 100);
                return List(page.Select(Thread), page.Count == 100 ? $"QURT{page[^1].Number}" : null);
        }
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string reason) => Status(status,
        $$"""{"error":{"code":{{(int)status}},"message":"x","errors":[{"message":"x","domain":"youtube.quota","reason":"{{reason}}"}]} }""");

    private static HttpResponseMessage List(IEnumerable<JsonObject> items, string? next)
    {
        var list = new JsonObject { ["kind"] = "youtube#commentThreadListResponse", ["etag"] = "e", ["items"] = new JsonArray([.. items]) };
        if (next is not null) list["nextPageToken"] = next;
        return Json(list.ToJsonString());
    }

    private JsonObject Thread(Post p)
    {
        var thread = new JsonObject
        {
            ["kind"] = "youtube#commentThread",
            ["id"] = IdOf(p.Number),
            ["snippet"] = new JsonObject { ["channelId"] = Channel, ["videoId"] = "vid00000001", ["topLevelComment"] = Comment(p), ["canReply"] = true, ["totalReplyCount"] = 2, ["isPublic"] = true },
        };
        var replies = Posts.Where(r => r.ReplyTo == p.Number).ToList();
        if (replies.Count > 0) thread["replies"] = new JsonObject { ["comments"] = new JsonArray([.. replies.Select(Comment)]) };
        return thread;
    }

    private static JsonObject Comment(Post p)
    {
        var snippet = new JsonObject { ["channelId"] = Channel, ["videoId"] = "vid00000001", ["textDisplay"] = p.Text, ["textOriginal"] = p.Text, ["authorDisplayName"] = "@" + p.Author, ["authorChannelId"] = new JsonObject { ["value"] = "UC" + p.Author }, ["likeCount"] = p.Likes };
        if (!p.Broken) snippet["publishedAt"] = Time(p.At);
        snippet["updatedAt"] = Time(p.EditedAt ?? p.At);
        if (p.ReplyTo is { } parent) snippet["parentId"] = IdOf(parent);
        return new JsonObject { ["kind"] = "youtube#comment", ["id"] = IdOf(p.Number), ["snippet"] = snippet };
    }

    private static JsonObject Video(Post p, bool search) => new()
    {
        ["kind"] = search ? "youtube#searchResult" : "youtube#video",
        ["id"] = search ? new JsonObject { ["kind"] = "youtube#video", ["videoId"] = VideoOf(p.Number) } : VideoOf(p.Number),
        ["snippet"] = new JsonObject { ["publishedAt"] = Time(p.At), ["channelId"] = "UC" + p.Author, ["title"] = p.Text.Replace("'", "&#39;"), ["description"] = "", ["channelTitle"] = p.Author },
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

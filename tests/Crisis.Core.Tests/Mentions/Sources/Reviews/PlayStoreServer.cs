using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Reviews;

/// <summary>
/// Google Play's reviews.list and the service account sign-in (developers.google.com/android-publisher/reply-to-reviews,
/// api-ref/rest/v3/reviews; developers.google.com/identity/protocols/oauth2/service-account).
/// </summary>
public sealed class PlayStoreServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public string? LastAssertion { get; private set; }

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"gp:AOqpTO{number:000000}");

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Status(HttpStatusCode.TooManyRequests, """{"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED"}}""");
        response.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (request.RequestUri!.Host == "oauth2.googleapis.com")
        {
            LastAssertion = Uri.UnescapeDataString(new StreamReader(request.Content!.ReadAsStream()).ReadToEnd().Split("assertion=")[1]);
            return Json("""{"access_token":"ya29","expires_in":3599,"token_type":"Bearer"}""");
        }

        request.Headers.Authorization!.Parameter.ShouldBe("ya29");
        request.RequestUri.AbsolutePath.ShouldBe("/androidpublisher/v3/applications/com.kuzey.kargo/reviews");
        var query = Query(request);
        int? behind = query.TryGetValue("token", out var token) ? int.Parse(token[0][2..], CultureInfo.InvariantCulture) : null;
        var page = Newest(p => p.At > Clock.GetUtcNow().AddDays(-7), behind, 100);
        var body = new JsonObject { ["reviews"] = new JsonArray([.. page.Select(Review)]) };
        if (page.Count == 100) body["tokenPagination"] = new JsonObject { ["nextPageToken"] = $"CA{page[^1].Number}" };
        return Json(body.ToJsonString());
    }

    private static JsonObject Review(Post p)
    {
        var comment = new JsonObject { ["text"] = "\t" + p.Text, ["starRating"] = 2, ["reviewerLanguage"] = "tr", ["thumbsUpCount"] = p.Likes };
        if (!p.Broken) comment["lastModified"] = new JsonObject { ["seconds"] = (p.EditedAt ?? p.At).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ["nanos"] = 0 };
        return new JsonObject { ["reviewId"] = IdOf(p.Number), ["authorName"] = p.Author, ["comments"] = new JsonArray(new JsonObject { ["userComment"] = comment }) };
    }
}

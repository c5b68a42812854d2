using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Reviews;

/// <summary>
/// Apple's customer review feed, JSON form. Apple documents it nowhere; address, members and the 10 pages of 50 are as
/// many public readers of it describe them.
/// </summary>
public sealed class AppStoreServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public const int Shown = 500;

    protected override HttpResponseMessage Throttled(TimeSpan wait)
    {
        var response = Status(HttpStatusCode.Forbidden, "<HTML>Forbidden</HTML>", "text/html");
        response.StatusCode = HttpStatusCode.TooManyRequests;
        response.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        path.ShouldStartWith("/tr/rss/customerreviews/page=");
        var number = int.Parse(path.Split('/')[4]["page=".Length..], CultureInfo.InvariantCulture);
        number.ShouldBeInRange(1, 10);
        var page = Newest(_ => true, null, Shown).Skip((number - 1) * 50).Take(50).ToList();
        var last = Math.Clamp((Math.Min(Posts.Count, Shown) + 49) / 50, 1, 10);
        var feed = new JsonObject { ["id"] = new JsonObject { ["label"] = "x" } };
        if (page.Count == 1) feed["entry"] = Entry(page[0]);
        else if (page.Count > 1) feed["entry"] = new JsonArray([.. page.Select(Entry)]);
        feed["link"] = new JsonArray(Link("self", number), Link("last", last), Link("next", Math.Min(number + 1, last)));
        return Status(HttpStatusCode.OK, new JsonObject { ["feed"] = feed }.ToJsonString(), "text/javascript");
    }

    private static JsonObject Link(string rel, int page) => new() { ["attributes"] = new JsonObject { ["rel"] = rel, ["href"] = $"https://itunes.apple.com/tr/rss/customerreviews/page={page}/id=123/sortby=mostrecent/xml?urlDesc=/x" } };

    private static JsonObject Entry(Post p)
    {
        var entry = new JsonObject
        {
            ["author"] = new JsonObject { ["uri"] = Label("https://itunes.apple.com/tr/reviews/id" + p.Author), ["name"] = Label(p.Author), ["label"] = "" },
            ["im:rating"] = Label("1"),
            ["im:version"] = Label("4.2"),
            ["id"] = Label(p.Number.ToString(CultureInfo.InvariantCulture)),
            ["title"] = Label("Kötü"),
            ["content"] = new JsonObject { ["label"] = p.Text, ["attributes"] = new JsonObject { ["type"] = "text" } },
            ["im:voteSum"] = Label(p.Likes.ToString(CultureInfo.InvariantCulture)),
        };
        if (!p.Broken) entry["updated"] = Label((p.EditedAt ?? p.At).ToOffset(TimeSpan.FromHours(-7)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        return entry;
    }

    private static JsonObject Label(string text) => new() { ["label"] = text };
}

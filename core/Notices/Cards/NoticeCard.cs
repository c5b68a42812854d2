using System.Text;
using System.Text.Json.Nodes;

namespace Crisis.Core.Notices.Cards;

/// <summary>
/// A notice as an Adaptive Card (schema 1.5) in the envelope that a Teams Workflows webhook takes. Its buttons only
/// open pages. What came from outside stands in text runs, which read no Markdown, or is escaped.
/// </summary>
public static class NoticeCard
{
    /// <summary>Bytes of the whole body; Teams takes about 28 KB, and the workflow adds something of its own.</summary>
    public const int Largest = 26_000;

    /// <summary>The body to post, UTF-8 JSON of at most <see cref="Largest"/> bytes: posts go first when it is too long, then facts from the end; the first lines and the buttons stay.</summary>
    public static string Render(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        while (true)
        {
            var body = Envelope(notice).ToJsonString(CrisisJson.Options);
            if (Encoding.UTF8.GetByteCount(body) <= Largest) return body;
            if (notice.Posts.Count > 0) notice = notice with { Posts = [.. notice.Posts.SkipLast(1)] };
            else if (notice.Facts.Count > 0) notice = notice with { Facts = [.. notice.Facts.SkipLast(1)] };
            else return Envelope(Shorter(notice)).ToJsonString(CrisisJson.Options);
        }
    }

    /// <summary>The card without its envelope.</summary>
    public static JsonObject Card(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = notice.Language,
            ["fallbackText"] = $"{notice.What} {notice.Ask}",
            ["speak"] = $"{notice.What} {notice.Ask}",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = new JsonArray([.. CardBody.Of(notice)]),
        };
        var actions = notice.Links.Select(JsonNode (link, i) => Open(link, i == 0)).ToArray();
        if (actions.Length > 0) card["actions"] = new JsonArray(actions);
        return card;
    }

    private static JsonObject Envelope(Notice notice) => new()
    {
        ["type"] = "message",
        ["summary"] = notice.Subject,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = Card(notice),
        }),
    };

    private static JsonObject Open(NoticeLink link, bool first)
    {
        var action = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = link.Label, ["url"] = link.Url.AbsoluteUri };
        if (first) action["style"] = "positive";
        return action;
    }

    // Only reached by absurd names: the ask itself comes from the catalogue and is short.
    private static Notice Shorter(Notice notice) => notice with
    {
        What = QuotedText.Cut(notice.What, 600),
        Ask = QuotedText.Cut(notice.Ask, 600),
        Subject = QuotedText.Cut(notice.Subject, 120),
        Remarks = [.. notice.Remarks.Take(2).Select(line => QuotedText.Cut(line, 200))],
        Foot = [],
        Links = [.. notice.Links.Take(2)],
    };
}

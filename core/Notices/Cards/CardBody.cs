using System.Text.Json.Nodes;

namespace Crisis.Core.Notices.Cards;

/// <summary>The parts of a card from top to bottom.</summary>
internal static class CardBody
{
    public static IEnumerable<JsonNode> Of(Notice notice)
    {
        var head = new JsonArray(Lines(notice.What, "Medium", "Bolder"), Lines(notice.Ask));
        foreach (var remark in notice.Remarks) head.Add(Lines(remark, weight: "Bolder"));
        yield return new JsonObject { ["type"] = "Container", ["style"] = Style(notice), ["bleed"] = true, ["items"] = head };
        if (notice.Facts.Count > 0)
        {
            var facts = notice.Facts.Select(JsonNode (fact) => new JsonObject { ["title"] = CardText.Plain(fact.Label), ["value"] = CardText.Plain(fact.Value) });
            yield return new JsonObject { ["type"] = "FactSet", ["spacing"] = "Medium", ["facts"] = new JsonArray([.. facts]) };
        }

        if (notice.Posts.Count > 0) yield return Posts(notice);
        foreach (var line in notice.Foot) yield return Small(line);
    }

    private static JsonObject Posts(Notice notice)
    {
        var title = Language.Texts.Say(notice.Language, "notice.posts");
        var items = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = title, ["weight"] = "Bolder", ["wrap"] = true });
        foreach (var post in notice.Posts)
        {
            items.Add(new JsonObject
            {
                ["type"] = "Container",
                ["style"] = "emphasis",
                ["spacing"] = "Small",
                ["items"] = new JsonArray(Lines($"“{post.Text}”"), Lines(post.Origin, "Small", subtle: true)),
            });
        }

        return new JsonObject { ["type"] = "Container", ["spacing"] = "Medium", ["items"] = items };
    }

    private static JsonObject Small(string text)
    {
        var line = Lines(text, "Small", subtle: true);
        line["spacing"] = "Small";
        return line;
    }

    private static JsonObject Lines(string text, string? size = null, string? weight = null, bool subtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = CardText.Undated(text) };
        if (size is not null) run["size"] = size;
        if (weight is not null) run["weight"] = weight;
        if (subtle) run["isSubtle"] = true;
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    // Colour only repeats what the words say.
    private static string Style(Notice notice) => notice.Reason switch
    {
        NoticeReason.Contained or NoticeReason.Recovered or NoticeReason.Acknowledged or NoticeReason.Closed or NoticeReason.Dismissed => "good",
        NoticeReason.Causes or NoticeReason.ActionDue or NoticeReason.Review or NoticeReason.Report => "accent",
        _ => notice.Severity == 1 ? "attention" : notice.Severity == 4 ? "emphasis" : "warning",
    };
}

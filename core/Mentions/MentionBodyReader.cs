using System.Text.Json;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>Reads what <see cref="MentionBody"/> wrote; names it does not know are left alone.</summary>
internal static class MentionBodyReader
{
    public static StoredMention Read(WindowKey window, StoredRow row)
    {
        using var document = JsonDocument.Parse(row.Body);
        var json = document.RootElement;
        var key = row.Row.AsSpan(MentionTables.MentionPrefix.Length);
        var bar = key.IndexOf('|');
        var engagement = Numbers(json, "e");
        var mention = new Mention
        {
            Source = key[..bar].ToString(),
            Id = Text(json, "i") ?? key[(bar + 1)..].ToString(),
            Text = Text(json, "t") ?? "",
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Number(json, "c")),
            Language = Text(json, "l"),
            Author = new MentionAuthor(Text(json, "a"), Text(json, "h"), Number(json, "f") is var followers and not 0 ? (int)followers : null, Flag(json, "v")),
            Url = Text(json, "u"),
            ReplyTo = Text(json, "r"),
            QuoteOf = Text(json, "q"),
            Own = Flag(json, "o"),
            Engagement = engagement.Length == 3 ? new Engagement(engagement[0], engagement[1], engagement[2]) : default,
        };
        return new StoredMention(window, mention, Sentiment(json), Text(json, "y"))
        {
            Facets = json.TryGetProperty("x", out var facets) ? [.. facets.EnumerateArray().Select(f => f.GetString()!)] : [],
            Late = Flag(json, "z"),
            Deleted = Flag(json, "d"),
            Corrected = Flag(json, "j"),
        };
    }

    private static TextSentiment Sentiment(JsonElement json)
    {
        var shares = Numbers(json, "s");
        var sentiment = shares.Length == 3
            ? new TextSentiment((SentimentLabel)Number(json, "n"), shares[0] / 1000f, shares[1] / 1000f, shares[2] / 1000f)
            : TextSentiment.Unscored;
        var language = Text(json, "k");
        if (!json.TryGetProperty("g", out var list)) return language is null ? sentiment : sentiment with { Language = language };
        var targets = new List<OpinionTarget>();
        for (var i = 0; i + 1 < list.GetArrayLength(); i += 2) targets.Add(new OpinionTarget(list[i].GetString()!, (SentimentLabel)list[i + 1].GetInt32()));
        return sentiment with { Language = language, Targets = targets };
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : 0;

    private static bool Flag(JsonElement json, string name) => Number(json, name) != 0;

    private static int[] Numbers(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(n => n.GetInt32())] : [];
}

using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// A mention as a row: one-letter names, nothing that is empty, shares in thousandths. The row key has source and id;
/// the body repeats the id only where the key had to change it.
/// </summary>
internal static class MentionBody
{
    /// <summary>Facets kept of one mention, and characters of one facet: a window's counts must fit a row.</summary>
    public const int MostFacets = 24, LongestFacet = 80;

    /// <summary>Targets kept of one mention.</summary>
    public const int MostTargets = 10;

    public static string Key(string source, string id) => $"{MentionTables.MentionPrefix}{source}|{SafeKey.From(id)}";

    public static string Write(CompactJson json, StoredMention stored)
    {
        var mention = stored.Mention;
        var author = mention.Author;
        json.Clear().Open('{').Name("c").Value(mention.CreatedAt.ToUnixTimeMilliseconds());
        if (SafeKey.From(mention.Id) is var key && !ReferenceEquals(key, mention.Id)) json.Name("i").Value(mention.Id);
        json.Optional("t", mention.Text).Optional("l", mention.Language)
            .Optional("a", author.Id).Optional("h", author.Handle).Optional("f", author.Followers ?? 0).Optional("v", author.Verified)
            .Optional("u", mention.Url).Optional("r", mention.ReplyTo).Optional("q", mention.QuoteOf).Optional("o", mention.Own);
        if (mention.Engagement is var seen && seen != default)
            json.Name("e").Open('[').Value(seen.Likes).Value(seen.Reposts).Value(seen.Replies).Close(']');
        WriteSentiment(json, stored);
        if (stored.Facets.Count > 0)
        {
            json.Name("x").Open('[');
            for (var i = 0; i < stored.Facets.Count; i++) json.Value(stored.Facets[i]);
            json.Close(']');
        }

        return json.Optional("z", stored.Late).Optional("d", stored.Deleted).Optional("j", stored.Corrected).Close('}').ToString();
    }

    private static void WriteSentiment(CompactJson json, StoredMention stored)
    {
        var sentiment = stored.Sentiment;
        json.Optional("n", (long)sentiment.Label);
        if (sentiment.Label != default)
        {
            json.Name("s").Open('[').Value(Thousandths(sentiment.Positive)).Value(Thousandths(sentiment.Neutral)).Value(Thousandths(sentiment.Negative)).Close(']');
        }

        json.Optional("y", stored.Analyser).Optional("k", sentiment.Language);
        if (sentiment.Targets.Count == 0) return;
        json.Name("g").Open('[');
        for (var i = 0; i < Math.Min(MostTargets, sentiment.Targets.Count); i++)
            json.Value(sentiment.Targets[i].Name).Value((long)sentiment.Targets[i].Label);
        json.Close(']');
    }

    private static long Thousandths(float share) => (long)MathF.Round(share * 1000);
}

using System.Collections.Concurrent;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>
/// Source, language, hashtags, opinion targets, and the post that is answered or quoted. A post's facet is given for
/// every answered post: whether it is one of the brand's own is asked of <see cref="MentionReader.FindAsync"/> once it
/// draws a crowd. The brand's own posts have none of these.
/// </summary>
public sealed class StandardFacets : IFacetExtractor
{
    private const int MostHashtags = 8;
    private readonly ConcurrentDictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _languages = new(StringComparer.Ordinal);

    public void Extract(Mention mention, TextSentiment sentiment, Watch watch, ICollection<string> facets)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        ArgumentNullException.ThrowIfNull(facets);
        if (mention.Own) return;
        facets.Add(Known(_sources, Facet.Source, mention.Source));
        if ((sentiment.Language ?? mention.Language) is { Length: 2 } language) facets.Add(Known(_languages, Facet.Language, language));
        Hashtags(mention.Text, facets);
        foreach (var target in sentiment.Targets) facets.Add(Facet.Target + target.Name);
        if (mention.ReplyTo is { } replied) facets.Add($"{Facet.OwnPost}{mention.Source}|{replied}");
        if (mention.QuoteOf is { } quoted && quoted != mention.ReplyTo) facets.Add($"{Facet.OwnPost}{mention.Source}|{quoted}");
    }

    // Names of sources and languages are few, so they are joined once.
    private static string Known(ConcurrentDictionary<string, string> known, string kind, string name) =>
        known.TryGetValue(name, out var facet) ? facet
        : known.Count < 1000 ? known.GetOrAdd(name, kind + name)
        : kind + name;

    private static void Hashtags(string text, ICollection<string> facets)
    {
        var found = 0;
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0 && found < MostHashtags; at = text.IndexOf('#', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            var length = Hashtag.LengthOf(text.AsSpan(at + 1));
            if (length == 0) continue;
            facets.Add(Facet.Hashtag + Hashtag.Fold(text.AsSpan(at, length + 1)));
            found++;
        }
    }
}

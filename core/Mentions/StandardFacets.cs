using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Crisis.Core.Mentions.Facets;
using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>
/// Source, language, severe words, personal data, imitation, opinion targets, hashtags, the text's hash, and the post that
/// is answered or quoted. A post's facet is given for
/// every answered post: whether it is one of the brand's own is asked of <see cref="MentionReader.FindAsync"/> once it
/// draws a crowd. The brand's own posts have none of these but show their habits (<see cref="OwnPostFacets"/>).
/// </summary>
public sealed class StandardFacets : IFacetExtractor
{
    private const int MostHashtags = 8;

    /// <summary>Followers from which on somebody is heard by many.</summary>
    private const int HeardByMany = 10_000;

    /// <summary>So many pieces of personal data in one text are a list of people.</summary>
    private const int List = 5;

    /// <summary>What an article says far below its beginning is not searched for words.</summary>
    private const int LongestText = 2_000;

    private static readonly string[] Sorts = [.. Enum.GetValues<PersonalDataSort>().Select(sort => Facet.PersonalData + KebabCase.Of(sort))];
    private readonly FacetWords _words = FacetWords.With(new Dictionary<string, IReadOnlyList<string>>());
    private readonly FacetPairs _pairs = FacetPairs.Shipped();
    private readonly ConditionalWeakTable<Watch, WatchFacets> _watches = [];
    private readonly ConcurrentBag<TokenisedText> _texts = [];
    private readonly ConcurrentDictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _languages = new(StringComparer.Ordinal);

    public void Extract(Mention mention, TextSentiment sentiment, Watch watch, ICollection<string> facets)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(facets);
        var ofWatch = _watches.GetValue(watch, w => new WatchFacets(w, _words));
        if (!_texts.TryTake(out var text)) text = new TokenisedText();
        Tokeniser.Tokenise(mention.Text, text, LongestText);
        if (mention.Own)
        {
            OwnPostFacets.Find(mention, text, facets);
            ofWatch.Words.Find(text, own: true, facets);
        }
        else
        {
            Others(mention, sentiment, ofWatch, text, facets);
        }

        _texts.Add(text);
    }

    private void Others(Mention mention, TextSentiment sentiment, WatchFacets watch, TokenisedText text, ICollection<string> facets)
    {
        facets.Add(Known(_sources, Facet.Source, mention.Source));
        if ((sentiment.Language ?? mention.Language) is { Length: 2 } language) facets.Add(Known(_languages, Facet.Language, language));
        watch.Words.Find(text, own: false, facets);
        _pairs.Find(mention.Text, text, facets);
        if (Laughter.IsIn(mention.Text, text)) facets.Add(Facet.Laughing);
        Loud(mention, facets);
        PersonalData(mention.Text, facets);
        Imitation(mention, watch, text, facets);
        foreach (var target in sentiment.Targets)
        {
            // The Language service takes the brand itself for what an opinion is about.
            if (!watch.Brand.Names(target.Name)) facets.Add(Facet.Target + target.Name);
        }

        if (mention.ReplyTo is { } replied) facets.Add($"{Facet.OwnPost}{mention.Source}|{replied}");
        if (mention.QuoteOf is { } quoted && quoted != mention.ReplyTo) facets.Add($"{Facet.OwnPost}{mention.Source}|{quoted}");
        Hashtags(mention.Text, facets);
        if (SameText.FacetOf(mention.Text, text) is { } same) facets.Add(same);
    }

    // Who is heard by many, or writes for a paper, makes a severe word weigh more.
    private static void Loud(Mention mention, ICollection<string> facets)
    {
        if (mention.Author is not ({ Verified: true } or { Followers: >= HeardByMany }) && mention.Source != "feed") return;
        foreach (var severe in facets.Where(facet => facet.StartsWith(Facet.Severe, StringComparison.Ordinal)).ToList()) facets.Add(severe + Facet.Loud);
    }

    private static void PersonalData(string text, ICollection<string> facets)
    {
        var found = PersonalDataFinder.Find(text);
        foreach (var span in found)
        {
            var facet = Sorts[(int)span.Sort];
            if (!facets.Contains(facet)) facets.Add(facet);
        }

        if (found.Count >= List) facets.Add(Facet.PersonalData + "list");
    }

    // Asking for card data or a message is what customers' own words may be; beside the brand's name it is bait.
    private static void Imitation(Mention mention, WatchFacets watch, TokenisedText text, ICollection<string> facets)
    {
        const string ask = Facet.Impersonation + "ask";
        var asks = facets.Remove(ask);
        if (mention.Author.Handle is not { } handle || !watch.Handles.IsImitation(handle)) return;
        facets.Add(Facet.Impersonation + "handle");
        foreach (var token in text.Tokens) asks |= token.Kind == TokenKind.Link;
        if (asks) facets.Add(Facet.Impersonation + "phish");
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

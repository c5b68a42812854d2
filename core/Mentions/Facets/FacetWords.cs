using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Mentions.Facets;

/// <summary>
/// Finds the words that windows count by themselves (severe ones, talk of hacked accounts, leaks and impostors, wording
/// of scams) in one pass over a text's tokens. The longest match wins, so that idioms cover the words inside them.
/// Read-only, safe for all threads.
/// </summary>
internal sealed class FacetWords
{
    /// <summary>The facet of idioms: matched, and counted nowhere.</summary>
    private const string None = "-";

    private const int ShortestStem = 3;
    private readonly Dictionary<ulong, FacetTerm[]> _byFirstWord;
    private readonly int _longest;

    private FacetWords(IEnumerable<FacetTerm> terms)
    {
        _byFirstWord = terms.GroupBy(term => TextHash.Of(term.Words[0])).ToDictionary(group => group.Key, group => group.OrderByDescending(term => term.Words.Length).ToArray());
        _longest = _byFirstWord.Values.Max(group => group.Max(term => term.Words[0].Length));
    }

    /// <summary>The shipped words and those a watch adds as severe, by language.</summary>
    public static FacetWords With(IReadOnlyDictionary<string, IReadOnlyList<string>> severe)
    {
        using var reader = new StreamReader(typeof(FacetWords).Assembly.GetManifestResourceStream("Crisis.Core.Mentions.facet-words.tsv")!);
        return new FacetWords(Read(reader).Concat(severe.SelectMany(pair => pair.Value.SelectMany(word => Terms(Facet.Severe + TextFold.Fold(word), pair.Key, word)))));
    }

    /// <summary>Adds the facets of a text whose kind is wanted; an own post has other words than what others say.</summary>
    public void Find(TokenisedText text, bool own, ICollection<string> facets)
    {
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord || Match(text, i) is not { } term) continue;
            i += term.Words.Length - 1;
            if (term.Facet == None || own != term.Facet.StartsWith(Facet.Own, StringComparison.Ordinal)) continue;
            if (!facets.Contains(term.Facet)) facets.Add(term.Facet);
        }
    }

    private static IEnumerable<FacetTerm> Read(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            foreach (var term in Terms(fields[0], fields[1], fields[2])) yield return term;
        }
    }

    private static IEnumerable<FacetTerm> Terms(string facet, string language, string terms)
    {
        foreach (var term in terms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = TextFold.Fold(term).Replace("'", "", StringComparison.Ordinal).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0) yield return new FacetTerm(facet, language, words);
        }
    }

    private FacetTerm? Match(TokenisedText text, int at)
    {
        var word = text.Folded(text.Tokens[at]);
        var hash = TextHash.Seed;
        FacetTerm? best = null;
        for (var n = 1; n <= Math.Min(word.Length, _longest); n++)
        {
            hash = TextHash.Add(hash, word[n - 1]);
            if ((n < ShortestStem && n < word.Length) || !_byFirstWord.TryGetValue(hash, out var terms)) continue;
            foreach (var term in terms)
            {
                if (!Fits(text, at, term)) continue;
                // More words say more; of as many, the longer beginning.
                if (best is null || term.Words.Length >= best.Words.Length) best = term;
                break;
            }
        }
        return best;
    }

    private static bool Fits(TokenisedText text, int at, FacetTerm term)
    {
        for (var i = 0; i < term.Words.Length; i++)
        {
            if (at + i >= text.Count || !text.Tokens[at + i].IsWord) return false;
            var word = text.Folded(text.Tokens[at + i]);
            if (!word.StartsWith(term.Words[i])) return false;
            var rest = word[term.Words[i].Length..];
            if (i < term.Words.Length - 1 ? rest.Length > 0 : !IsInflected(term, word, rest)) return false;
        }
        return true;
    }

    internal static bool IsInflected(FacetTerm term, ReadOnlySpan<char> word, ReadOnlySpan<char> rest) => term.Language switch
    {
        // Behind another word of its own term a short stem is no coincidence ("dava açıyoruz").
        "tr" => (term.Words.Length > 1 || word.Length - rest.Length > 3 || rest.Length < 5) && TurkishSuffixes.IsInflection(rest),
        "en" => rest is "" or "s" or "es" or "d" or "ed" or "ing" or "ers" or "er",
        _ => rest.Length <= 3,
    };
}

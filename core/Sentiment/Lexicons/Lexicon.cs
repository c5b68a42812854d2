using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Lexicons;

/// <summary>The terms of one language by the hash of their folded form. Read-only once built, so safe for all threads.</summary>
public sealed class Lexicon
{
    /// <summary>Longest phrase in words.</summary>
    public const int LongestPhrase = 4;

    /// <summary>Stems shorter than this take suffixes only when marked by hand: too many short words begin longer ones by chance.</summary>
    private const int ShortestStem = 5;
    private const int ShortestMarkedStem = 3;

    /// <summary>After a stem of three letters only so long a suffix is believed.</summary>
    private const int LongestRestOfShortStem = 3;

    /// <summary>A verb that no list knows, saying that something is not being done: <c>açmıyorlar, saymadılar</c>.</summary>
    private static readonly Term Unmet = new(0, 0, TermRole.Negator | TermRole.Unmet);

    private readonly Dictionary<ulong, Term> terms;
    private readonly bool agglutinative;

    internal Lexicon(Dictionary<ulong, Term> terms, bool agglutinative) => (this.terms, this.agglutinative) = (terms, agglutinative);

    public int Count => terms.Count;

    /// <summary>The term whose folded form has this hash.</summary>
    public bool TryGet(ulong hash, out Term term) => terms.TryGetValue(hash, out term);

    /// <summary>
    /// The longest term that starts at a token: a phrase, the word, or (in Turkish) the stem of the word.
    /// <paramref name="turned"/> is true when a suffix of the word itself turns the sense.
    /// </summary>
    public bool TryFind(TokenisedText text, int at, out Term term, out int words, out bool turned)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = text.Tokens;
        turned = false;
        words = 1;
        var found = terms.TryGetValue(tokens[at].Hash, out term);
        if (found && term.Is(TermRole.PhraseStart) && TryPhrase(tokens, at, ref term, ref words)) return true;
        if (found && (term.HasScore || (term.Role & ~TermRole.PhraseStart) != 0)) return true;
        if (!agglutinative || !tokens[at].IsWord) return false;
        var known = TryStem(text.Folded(tokens[at]), out term, out turned);
        // What the wider list alone says of a stem ("don": freeze) is worth less than that it is not done ("dönmüyorlar").
        if (known ? !turned || term.Main != 0 : found) return known;
        if (!TurkishNegation.IsUnmet(text.Folded(tokens[at]))) return known;
        (term, turned) = (Unmet, false);
        return true;
    }

    private bool TryPhrase(ReadOnlySpan<Token> tokens, int at, ref Term term, ref int words)
    {
        var hash = tokens[at].Hash;
        var found = false;
        for (var n = 1; n < LongestPhrase && at + n < tokens.Length && tokens[at + n].IsWord; n++)
        {
            hash = TextHash.Add(hash, tokens[at + n].Hash);
            if (!terms.TryGetValue(hash, out var phrase)) continue;
            (term, words, found) = (phrase, n + 1, true);
        }
        return found;
    }

    private bool TryStem(ReadOnlySpan<char> word, out Term term, out bool turned)
    {
        turned = true;
        if (TurkishNegation.VerbStem(word) is var verb and > 0 && TryPrefix(word[..verb], out term)) return true;
        if (TurkishNegation.NounStem(word) is var noun and > 0 && TryPrefix(word[..noun], out term)) return true;
        turned = false;
        return TryPrefix(word, out term);
    }

    /// <summary>The longest beginning that is a term and whose rest is inflection.</summary>
    private bool TryPrefix(ReadOnlySpan<char> word, out Term term)
    {
        Span<ulong> hashes = stackalloc ulong[32];
        var length = Math.Min(word.Length, hashes.Length);
        var hash = TextHash.Seed;
        for (var i = 0; i < length; i++) hashes[i] = hash = TextHash.Add(hash, word[i]);
        for (var n = length; n >= ShortestMarkedStem; n--)
        {
            if (!terms.TryGetValue(hashes[n - 1], out term) || (!term.HasScore && term.Role is TermRole.None or TermRole.PhraseStart)) continue;
            if (n < word.Length && !term.Is(TermRole.Stem) && n < ShortestStem) continue;
            if (n == ShortestMarkedStem && word.Length - n > LongestRestOfShortStem) continue;
            if (TurkishSuffixes.IsInflection(word[n..])) return true;
        }
        term = default;
        return false;
    }
}

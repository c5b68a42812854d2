using System.Buffers;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Mentions.Facets;

/// <summary>
/// Tells texts that laugh: the emoji, written laughter in the ways of Turkish and English ("hahaha", "ahahah", "lmaooo",
/// "sjkdfhsk"), and the sayings of both. One laughing face beside harsh words is scorn, and counts as laughter too: what
/// it costs is that a complaint which laughs does not carry a crisis by itself.
/// </summary>
internal static class Laughter
{
    private const int ShortestMash = 6, LongestRun = 5;

    private static readonly SearchValues<char> MiddleRow = SearchValues.Create("asdfghjklnx");

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "lol", "lool", "lmao", "lmfao", "rofl", "xd", "xdd", "hilarious", "koptum", "koptuk", "gulmekten", "guldum", "gulduk", "guluyorum" };

    /// <summary>Whether a text laughs.</summary>
    public static bool IsIn(string source, TokenisedText text)
    {
        foreach (var token in text.Tokens)
        {
            if (token.Kind == TokenKind.Emoji && IsFace(source.AsSpan(token.Start, token.Length))) return true;
            if (token.Kind == TokenKind.Word && IsLaughing(text.Folded(token))) return true;
        }

        return false;
    }

    private static bool IsFace(ReadOnlySpan<char> emoji)
    {
        foreach (var rune in emoji.EnumerateRunes())
        {
            if (rune.Value is 0x1F602 or 0x1F923 or 0x1F639 or 0x1F606 or 0x1F605) return true;
        }

        return false;
    }

    private static bool IsLaughing(ReadOnlySpan<char> word)
    {
        if (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return true;
        if (word.Length < 4) return false;
        return IsOfTwo(word) || word.StartsWith("lmao", StringComparison.Ordinal) || IsMash(word);
    }

    // haha, ahah, hehe, jaja, haahaha: an h or j, one vowel, nothing else.
    private static bool IsOfTwo(ReadOnlySpan<char> word)
    {
        int consonants = 0, vowels = 0;
        var vowel = '\0';
        foreach (var c in word)
        {
            if (c is 'h' or 'j') consonants++;
            else if (c is 'a' or 'e' or 'i' or 'o' && (vowel is '\0' || vowel == c)) (vowel, vowels) = (c, vowels + 1);
            else return false;
        }

        return consonants >= 2 && vowels >= 2;
    }

    // A hand on the keyboard's middle row: more consonants in a row than any word of either language has.
    private static bool IsMash(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestMash || word.ContainsAnyExcept(MiddleRow)) return false;
        var run = 0;
        foreach (var c in word)
        {
            run = c == 'a' ? 0 : run + 1;
            if (run == LongestRun) return true;
        }

        return false;
    }
}

using System.Text;

namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// Cuts short public texts into tokens: words, numbers, hashtags, handles (<c>@user@server</c> too), links, emoji, emoticons,
/// punctuation. Total: every string has a result, broken surrogates included. Linear in the length of the text.
/// </summary>
public static class Tokeniser
{
    /// <summary>Cuts at most <paramref name="limit"/> characters of <paramref name="text"/> into <paramref name="result"/>, replacing what was there.</summary>
    public static void Tokenise(string text, TokenisedText result, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(result);
        result.Clear();
        var source = text.AsSpan(0, Math.Min(text.Length, limit));
        for (var i = 0; i < source.Length;) i = Next(source, i, result);
    }

    private static int Next(ReadOnlySpan<char> source, int i, TokenisedText result)
    {
        var c = source[i];
        if (c is ' ' || char.IsWhiteSpace(c) || TextFold.Fold(c) is TextFold.Nothing) return i + 1;
        if (char.IsLetter(c)) return IsLink(source, i) ? Link(source, i, result) : Word(source, i, i, TokenKind.Word, result);
        if (char.IsDigit(c)) return Number(source, i, result);
        if (c is '#' && i + 1 < source.Length && char.IsLetterOrDigit(source[i + 1])) return Word(source, i, i + 1, TokenKind.Hashtag, result);
        if (c is '@' && i + 1 < source.Length && IsHandle(source[i + 1])) return Handle(source, i, result);
        if (Emoticon.Match(source, i, out var mood, out var repeats) is var length and > 0)
        {
            var folded = result.FoldedLength;
            result.Append(':');
            result.Append(mood);
            result.Close(TokenKind.Emoticon, TokenTraits.None, i, i + length, folded, repeats);
            return i + length;
        }
        return Symbol(source, i, result);
    }

    private static int Word(ReadOnlySpan<char> source, int start, int i, TokenKind kind, TokenisedText result)
    {
        var folded = result.FoldedLength;
        int letters = 0, capitals = 0, run = 0;
        char last = default;
        var traits = char.IsUpper(source[i]) ? TokenTraits.Capitalised : TokenTraits.None;
        for (; i < source.Length; i++)
        {
            var c = source[i];
            if (c is '\'' or '’' or '`' && i + 1 < source.Length && char.IsLetter(source[i + 1])) continue;
            var f = TextFold.Fold(c);
            if (f is TextFold.Nothing) continue;
            if (!char.IsLetterOrDigit(c) && !(kind is TokenKind.Hashtag && c is '_')) break;
            letters++;
            if (char.IsUpper(c)) capitals++;
            if (TextFold.IsTurkishLetter(c)) traits |= TokenTraits.TurkishLetter;
            else if (f > 0x24F) traits |= TokenTraits.OtherScript;
            run = f == last ? run + 1 : 1;
            last = f;
            if (run > 2) traits |= TokenTraits.Elongated;
            else result.Append(f);
        }
        if (letters > 1 && capitals == letters) traits |= TokenTraits.AllCaps;
        result.Close(kind, traits, start, i, folded);
        return i;
    }

    private static int Number(ReadOnlySpan<char> source, int i, TokenisedText result)
    {
        var (start, folded) = (i, result.FoldedLength);
        while (i < source.Length && (char.IsDigit(source[i]) || (source[i] is '.' or ',' or ':' or '%' && i + 1 < source.Length && char.IsDigit(source[i + 1])))) i++;
        // "2gb", "3lü", "4'te": a number with letters is a word.
        if (i < source.Length && char.IsLetter(source[i])) return Word(source, start, start, TokenKind.Word, result);
        result.Append('0');
        result.Close(TokenKind.Number, TokenTraits.None, start, i, folded);
        return i;
    }

    private static int Link(ReadOnlySpan<char> source, int i, TokenisedText result)
    {
        var (start, folded) = (i, result.FoldedLength);
        while (i < source.Length && !char.IsWhiteSpace(source[i])) i++;
        result.Append('/');
        result.Close(TokenKind.Link, TokenTraits.None, start, i, folded);
        return i;
    }

    private static int Handle(ReadOnlySpan<char> source, int i, TokenisedText result)
    {
        var (start, folded) = (i, result.FoldedLength);
        i++;
        while (i < source.Length && (IsHandle(source[i]) || (source[i] is '.' or '@' or '-' && i + 1 < source.Length && IsHandle(source[i + 1])))) i++;
        result.Append('@');
        result.Close(TokenKind.Handle, TokenTraits.None, start, i, folded);
        return i;
    }

    private static int Symbol(ReadOnlySpan<char> source, int i, TokenisedText result)
    {
        var (start, folded) = (i, result.FoldedLength);
        var c = source[i];
        if (c < 0x2000)
        {
            while (i < source.Length && source[i] == c) i++;
            result.Append(c);
            result.Close(TokenKind.Punctuation, TokenTraits.None, start, i, folded, i - start);
            return i;
        }
        var valid = Rune.DecodeFromUtf16(source[i..], out var rune, out var used) is System.Buffers.OperationStatus.Done;
        i += used;
        if (!valid) return i;
        // Letters beyond the basic plane are another script's words; skin tones change no meaning.
        if (rune.Value is >= 0x1F3FB and <= 0x1F3FF) return i;
        var emoji = rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2190 and <= 0x2BFF) or 0x3030 or 0x303D or 0x3297 or 0x3299;
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)]) result.Append(unit);
        var (kind, traits) = emoji ? (TokenKind.Emoji, TokenTraits.None)
            : Rune.IsLetter(rune) ? (TokenKind.Word, TokenTraits.OtherScript)
            : (TokenKind.Punctuation, TokenTraits.None);
        result.Close(kind, traits, start, i, folded, kind is TokenKind.Emoji ? rune.Value : 1);
        return i;
    }

    private static bool IsHandle(char c) => char.IsAsciiLetterOrDigit(c) || c is '_';

    private static bool IsLink(ReadOnlySpan<char> source, int i) => source[i] is 'h' or 'H' or 'w' or 'W'
        && (source[i..].StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source[i..].StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || source[i..].StartsWith("www.", StringComparison.OrdinalIgnoreCase));
}

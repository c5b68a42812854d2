using System.Buffers;
using System.Text;

namespace Crisis.Core.Mentions;

/// <summary>Makes a text of a mention safe to keep and show, without changing what it says.</summary>
public static class MentionText
{
    /// <summary>Most characters (UTF-16) of a text.</summary>
    public const int Longest = 8_000;

    // Controls but line feed and tab; marks that turn the direction of what follows (they can make a card say something
    // else); separators; characters that are none. The joiners of emoji and scripts stay.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Where(c => c is not '\n' and not '\t').Select(c => (char)c))
        + string.Concat(Enumerable.Range(0x7f, 0x21).Select(c => (char)c))
        + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufffe\uffff\ufeff");

    /// <summary>Without control characters, with whole surrogate pairs only, and no longer than <paramref name="longest"/>.</summary>
    public static string Clean(string text, int longest = Longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > longest) text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
        if (text.AsSpan().IndexOfAny(Unwanted) < 0 && !HasLoneSurrogate(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c)) clean.Append('\ufffd');
            else if (c is '\u2028' or '\u2029' or '\u0085') clean.Append('\n');
            else if (c == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (!Unwanted.Contains(c)) clean.Append(c);
        }

        return clean.ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])) return true;
            at++;
        }

        return false;
    }
}

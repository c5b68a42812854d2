using System.Net;
using System.Text;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Turns what networks and feeds give into plain text: no markup, no control characters, a bounded length.</summary>
public static class PlainText
{
    /// <summary>Longer texts are cut: nothing of this product reads further.</summary>
    public const int Longest = 10_000;

    /// <summary>The text of an HTML fragment: tags go, blocks become lines, scripts and styles vanish with their content.</summary>
    public static string FromHtml(string? html)
    {
        if (string.IsNullOrEmpty(html)) return "";
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return Clean(html);
        var text = new StringBuilder(Math.Min(html.Length, Longest * 2));
        var at = 0;
        while (at < html.Length && text.Length < Longest * 2)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open + 1 >= html.Length) break;
            text.Append(html, at, open - at);
            at = IsTag(html[open + 1]) ? Skip(html, open, text) : Keep(html, open, text);
        }

        if (at < html.Length) text.Append(html, at, html.Length - at);
        return Clean(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>Plain text as it came, without control and direction-changing characters and runs of blank lines.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        var breaks = 0;
        for (var i = 0; i < text.Length && clean.Length < Longest; i++)
        {
            var c = text[i];
            if (c is '\n' or '\u2028' or '\u2029')
            {
                breaks++;
                continue;
            }

            if (c is '\t' or '\u00A0') c = ' ';
            if (c == ' ' && (breaks > 0 || clean.Length == 0 || clean[^1] == ' ')) continue;
            if (IsUnwanted(c)) continue;
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))) continue;
            if (breaks > 0 && clean.Length > 0) clean.Append('\n', Math.Min(breaks, 2));
            breaks = 0;
            clean.Append(c);
            if (char.IsHighSurrogate(c)) clean.Append(text[++i]);
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsTag(char next) => char.IsAsciiLetter(next) || next is '/' or '!' or '?';

    private static int Keep(string html, int open, StringBuilder text)
    {
        text.Append("&lt;");
        return open + 1;
    }

    /// <summary>The place behind the tag, comment or raw element that begins at <paramref name="open"/>.</summary>
    private static int Skip(string html, int open, StringBuilder text)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0) return Behind(html, html.IndexOf("-->", open + 4, StringComparison.Ordinal), 3);
        if (string.CompareOrdinal(html, open, "<![CDATA[", 0, 9) == 0) return open + 9;
        var close = Close(html, open);
        var name = Name(html, open);
        if (close >= 0 && html[open + 1] != '/' && IsRaw(name))
        {
            var end = html.IndexOf($"</{name}", close, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? html.Length : Behind(html, html.IndexOf('>', end), 1);
        }

        if (IsBlock(name)) text.Append('\n');
        return Behind(html, close, 1);
    }

    /// <summary>The tag's own bracket: not one within a quoted attribute.</summary>
    private static int Close(string html, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && html[i - 1] == '=') quote = c;
            else if (c == '>') return i;
        }

        return html.IndexOf('>', open);
    }

    private static ReadOnlySpan<char> Name(string html, int open)
    {
        var from = html[open + 1] == '/' ? open + 2 : open + 1;
        var to = from;
        while (to < html.Length && char.IsAsciiLetterOrDigit(html[to])) to++;
        return html.AsSpan(from, to - from);
    }

    private static bool IsRaw(ReadOnlySpan<char> name) => Is(name, "script") || Is(name, "style") || Is(name, "template");

    private static bool IsBlock(ReadOnlySpan<char> name) =>
        Is(name, "p") || Is(name, "br") || Is(name, "div") || Is(name, "li") || Is(name, "tr") || Is(name, "blockquote")
        || (name.Length == 2 && (name[0] | 0x20) == 'h' && char.IsAsciiDigit(name[1]));

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);

    private static int Behind(string html, int found, int length) => found < 0 ? html.Length : found + length;

    /// <summary>Controls, byte-order marks, and the marks that turn the direction of what follows (they disguise links).</summary>
    private static bool IsUnwanted(char c) =>
        char.IsControl(c) || c is '\uFEFF' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}

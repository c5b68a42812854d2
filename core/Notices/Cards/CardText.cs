using System.Text;

namespace Crisis.Core.Notices.Cards;

/// <summary>Plain text for places of a card that read Markdown: every sign that could act is escaped.</summary>
internal static class CardText
{
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\\' or '*' or '_' or '[' or ']' or '`' or '~' or '<' or '>' or '#' or '|' or '!') plain.Append('\\').Append(c);
            else if (StartsItem(text, i)) plain.Append('\\').Append(c);
            else plain.Append(c);
        }

        return Undated(plain.ToString());
    }

    /// <summary>For text runs, which read no Markdown but still replace <c>{{DATE(…)}}</c>.</summary>
    public static string Undated(string text) => text.Replace("{{", "{\u2060{", StringComparison.Ordinal);

    // "- x", "+ x", "1. x" at the beginning would become a list.
    private static bool StartsItem(string text, int at)
    {
        if (text[at] is '-' or '+') return at == 0;
        if (text[at] is not ('.' or ')') || at is 0 or > 9) return false;
        return !text.AsSpan(0, at).ContainsAnyExceptInRange('0', '9') && at + 1 < text.Length && text[at + 1] == ' ';
    }
}

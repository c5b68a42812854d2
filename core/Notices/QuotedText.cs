using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Crisis.Core.Language;
using Crisis.Core.Mentions;

namespace Crisis.Core.Notices;

/// <summary>
/// Makes a text from outside fit to be quoted: one line, no control or direction-changing characters, personal data
/// masked, addresses named but not clickable (mail programs and chats turn bare addresses into links by themselves).
/// </summary>
public static partial class QuotedText
{
    /// <param name="longest">In characters; a longer text is cut at the end and gets an ellipsis.</param>
    public static string Plain(string text, string language, int longest = 280)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = OneLine(text.Length > 4000 ? text[..4000] : text);

        // Addresses first: of one only the host is left, whoever's data its path held.
        var harmless = Address().Replace(line, match => Named(match.Value, language));
        return Cut(PersonalDataMask.Mask(harmless, language), longest);
    }

    /// <summary>An account's public name, readable and unclickable: <c>@deniz@sosyal.example</c> is no mail address.</summary>
    public static string Handle(string text, int longest = 60)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cut(OneLine(text), longest).Replace(".", "\u2060.", StringComparison.Ordinal);
    }

    /// <summary>Cut to so many UTF-16 units with an ellipsis; never inside a character.</summary>
    public static string Cut(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= longest) return text;
        var end = longest - 1;
        var elements = StringInfo.ParseCombiningCharacters(text);
        var index = Array.BinarySearch(elements, end);
        if (index < 0) end = elements[Math.Max(0, ~index - 1)];
        return text[..end].TrimEnd() + "…";
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var space = Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (space && (line.Length == 0 || line[^1] == ' ')) continue;
            if (space) line.Append(' ');
            else if (rune.Value == 0x200d || category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)) line.Append(rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    // A word joiner before each dot keeps the name readable and unclickable.
    private static string Named(string address, string language)
    {
        var host = address;
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) host = host[(scheme + 3)..];
        var end = host.AsSpan().IndexOfAny("/?#");
        if (end >= 0) host = host[..end];
        var user = host.LastIndexOf('@');
        host = host[(user + 1)..];
        return $"[{Texts.Say(language, "notice.link-text", ("host", host.Replace(".", "\u2060.", StringComparison.Ordinal)))}]";
    }

    [GeneratedRegex(@"(?:[a-z][a-z0-9+.\-]{1,15}://|(?<![\p{L}\d@.])www\.)[^\s<>"")\]]+|(?<![\p{L}\d@.\-/])(?:[a-z0-9\-]{1,63}\.)+(?:com|net|org|info|io|co|me|xyz|shop|site|online|tr|ly|gl|app|link|top|de|uk|eu|example)(?:/[^\s<>"")\]]*)?(?![\p{L}\d@])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

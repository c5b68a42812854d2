using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Crisis.Core.Mentions;

/// <summary>Finds IBANs, written together or in groups. The country's own length says where one ends.</summary>
internal static partial class IbanFinder
{
    // Registered lengths (ISO 13616 registry) of Turkey, Europe and the countries most in touch with them.
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["AD"] = 24,
        ["AE"] = 23,
        ["AL"] = 28,
        ["AT"] = 20,
        ["AZ"] = 28,
        ["BA"] = 20,
        ["BE"] = 16,
        ["BG"] = 22,
        ["CH"] = 21,
        ["CY"] = 28,
        ["CZ"] = 24,
        ["DE"] = 22,
        ["DK"] = 18,
        ["EE"] = 20,
        ["ES"] = 24,
        ["FI"] = 18,
        ["FR"] = 27,
        ["GB"] = 22,
        ["GE"] = 22,
        ["GR"] = 27,
        ["HR"] = 21,
        ["HU"] = 28,
        ["IE"] = 22,
        ["IL"] = 23,
        ["IS"] = 26,
        ["IT"] = 27,
        ["JO"] = 30,
        ["KW"] = 30,
        ["KZ"] = 20,
        ["LB"] = 28,
        ["LI"] = 21,
        ["LT"] = 20,
        ["LU"] = 20,
        ["LV"] = 21,
        ["MC"] = 27,
        ["MD"] = 24,
        ["ME"] = 22,
        ["MK"] = 19,
        ["MT"] = 31,
        ["NL"] = 18,
        ["NO"] = 15,
        ["PL"] = 28,
        ["PT"] = 25,
        ["QA"] = 29,
        ["RO"] = 24,
        ["RS"] = 22,
        ["SA"] = 24,
        ["SE"] = 24,
        ["SI"] = 19,
        ["SK"] = 24,
        ["SM"] = 27,
        ["TR"] = 26,
        ["UA"] = 29,
        ["XK"] = 20,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static void Find(string text, List<PersonalDataSpan> found)
    {
        foreach (var begin in Begin().EnumerateMatches(text))
        {
            if (!Lengths.TryGetValue(text.Substring(begin.Index, 2), out var length)) continue;
            var end = End(text, begin.Index, length, out var compact);
            if (end > 0 && CheckDigits.IsIban(compact)) found.Add(new(PersonalDataSort.Iban, begin.Index, end - begin.Index));
        }
    }

    private static int End(string text, int start, int length, out string compact)
    {
        Span<char> letters = stackalloc char[34];
        var (taken, at) = (0, start);
        for (; at < text.Length && taken < length; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at])) letters[taken++] = text[at];
            else if (text[at] is not (' ' or '-' or '\u00a0') || !char.IsAsciiLetterOrDigit(text[at - 1])) break;
        }

        compact = letters[..taken].ToString();
        var whole = taken == length && (at == text.Length || !char.IsLetterOrDigit(text[at]));
        return whole ? at : 0;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]{2}[ ]?\d{2}(?=[ \-\u00a0]?[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}

using System.Text.RegularExpressions;

namespace Crisis.Core.Mentions;

/// <summary>
/// Finds personal data in a text: what has check digits only when they are right, so that order numbers and counts
/// are left alone. Takes time in proportion to the text; a text without digits and without @ costs one scan.
/// </summary>
public static partial class PersonalDataFinder
{
    /// <summary>What was found, in order of place, without overlaps: of two that overlap the earlier, then the longer one stands.</summary>
    public static IReadOnlyList<PersonalDataSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hasDigits = text.AsSpan().ContainsAnyInRange('0', '9');
        var hasAt = text.Contains('@', StringComparison.Ordinal);
        if (!hasDigits && !hasAt) return [];
        var found = new List<PersonalDataSpan>();
        if (hasAt) Add(Email(), PersonalDataSort.Email, text, found);
        if (hasDigits)
        {
            IbanFinder.Find(text, found);
            Cards(text, found);
            Identities(text, found);
            Phones(text, found);
            Add(TurkishAddress(), PersonalDataSort.Address, text, found);
            Add(EnglishAddress(), PersonalDataSort.Address, text, found);
        }

        return found.Count < 2 ? found : Apart(found);
    }

    private static void Add(Regex pattern, PersonalDataSort sort, string text, List<PersonalDataSpan> found)
    {
        foreach (var match in pattern.EnumerateMatches(text)) found.Add(new(sort, match.Index, match.Length));
    }

    private static void Cards(string text, List<PersonalDataSpan> found)
    {
        Span<char> buffer = stackalloc char[19];
        foreach (var match in CardShape().EnumerateMatches(text))
        {
            var digits = Digits(text.AsSpan(match.Index, match.Length), buffer);
            if (IsCardBrand(digits) && CheckDigits.IsLuhn(digits)) found.Add(new(PersonalDataSort.Card, match.Index, match.Length));
        }
    }

    // Amex 34, 37 (15 digits); Visa 4; Mastercard 51–55, 2221–2720; Troy 9792, 65; Maestro 50, 56–69 (16 digits).
    private static bool IsCardBrand(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 13) return false;
        var two = ((digits[0] - '0') * 10) + digits[1] - '0';
        var four = (two * 100) + ((digits[2] - '0') * 10) + digits[3] - '0';
        return digits.Length switch
        {
            13 or 19 => digits[0] == '4',
            15 => two is 34 or 37,
            16 => digits[0] == '4' || two is >= 50 and <= 69 || four is 9792 or (>= 2221 and <= 2720),
            _ => false,
        };
    }

    private static void Identities(string text, List<PersonalDataSpan> found)
    {
        foreach (var match in IdentityShape().EnumerateMatches(text))
        {
            if (CheckDigits.IsTurkishIdentity(text.AsSpan(match.Index, match.Length))) found.Add(new(PersonalDataSort.IdentityNumber, match.Index, match.Length));
        }
    }

    private static void Phones(string text, List<PersonalDataSpan> found)
    {
        Add(TurkishPhone(), PersonalDataSort.Phone, text, found);
        Span<char> buffer = stackalloc char[24];
        foreach (var match in InternationalPhone().EnumerateMatches(text))
        {
            var digits = Digits(text.AsSpan(match.Index, match.Length), buffer);
            var callCentre = digits.StartsWith("90850") || digits.StartsWith("90800") || digits.StartsWith("90444");
            if (digits.Length is >= 9 and <= 15 && !callCentre) found.Add(new(PersonalDataSort.Phone, match.Index, match.Length));
        }
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text, Span<char> into)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && count < into.Length) into[count++] = c;
        }

        return into[..count];
    }

    private static List<PersonalDataSpan> Apart(List<PersonalDataSpan> found)
    {
        var apart = new List<PersonalDataSpan>(found.Count);
        foreach (var span in found.OrderBy(s => s.Start).ThenByDescending(s => s.Length).ThenBy(s => s.Sort))
        {
            if (apart.Count == 0 || span.Start >= apart[^1].End) apart.Add(span);
        }

        return apart;
    }

    // Not after @: @somebody@server.example is the public name of an account.
    [GeneratedRegex(@"(?<![\p{L}\d._%+\-@])[\p{L}\d._%+\-]{1,64}@(?:[\p{L}\d\-]{1,63}\.){1,4}\p{L}{2,24}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\d.,])\d(?:[ \-\u00a0]?\d){12,18}(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex CardShape();

    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{10}(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex IdentityShape();

    // A mobile number needs no prefix; a landline does, else any ten digits would do.
    [GeneratedRegex(@"(?<![\d.,+])(?:(?:\+|00)?90[ .\-/]{0,2}|0[ .\-/]?)?\(?0?5[0-6]\d\)?[ .\-/]{0,2}\d{3}[ .\-/]{0,2}\d{2}[ .\-/]{0,2}\d{2}(?!\d)|(?<![\d.,+])(?:(?:\+|00)90[ .\-/]{0,2}|0[ .\-/]?)\(?[234]\d{2}\)?[ .\-/]{0,2}(?!4440)\d{3}[ .\-/]{0,2}\d{2}[ .\-/]{0,2}\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex TurkishPhone();

    // North America's area codes begin with 2 to 9; other country codes with 2 to 9.
    [GeneratedRegex(@"(?<![\d\p{L}])\+(?:1[ .\-]?\(?[2-9]\d{2}|[2-9]\d{1,2})\)?(?:[ .\-/]?\(?\d{2,4}\)?){2,5}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InternationalPhone();

    // Names, the word for a street or quarter, and within a line's reach a house number.
    [GeneratedRegex(@"(?<!\p{L})(?:\p{Lu}[\p{L}\d.]{0,24} ){1,2}(?:[Mm]ah(?:alles[iİ])?|[Mm]h|[Cc]ad(?:des[iİ])?|[Cc]d|[Ss]ok(?:ak|ağı)?|[Ss]k|[Bb]ulv(?:arı)?|[Bb]lv)\b[\p{L}\d.,/ ]{0,50}?\b(?:[Nn][oO]|[Nn]umara|[Dd]aire|[Kk]apı)[ .:]{0,3}\d{1,4}(?:[ ,/]{1,2}(?:[Dd](?:aire)?|[Kk](?:at)?)[ .:]{0,2}\d{1,3}){0,2}(?![\d\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex TurkishAddress();

    [GeneratedRegex(@"(?<![\d\p{L}])\d{1,5}[A-Za-z]? (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Court|Crescent)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishAddress();
}

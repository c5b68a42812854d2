using System.Globalization;
using System.Text;

namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// Folds characters to one comparable form whatever language they come from: lower case, without diacritics, with
/// the four letters <c>I ı İ i</c> as one <c>i</c>. So <c>ÇOK KÖTÜ</c>, <c>çok kötü</c> and <c>cok kotu</c> are the
/// same text, and no culture is asked (the culture of the machine would make <c>I</c> a <c>ı</c> on some and not on others).
/// </summary>
public static class TextFold
{
    /// <summary>What <see cref="Fold(char)"/> gives for a character that is not written at all (zero width, combining mark).</summary>
    public const char Nothing = '\0';

    private const int LatinEnd = 0x250;
    private const int VietnameseStart = 0x1E00;
    private const int VietnameseEnd = 0x1F00;
    private static readonly string Latin = Table(0, LatinEnd);
    private static readonly string Vietnamese = Table(VietnameseStart, VietnameseEnd);

    /// <summary>One character folded; <see cref="Nothing"/> for what has no width. Surrogates come back as they are.</summary>
    public static char Fold(char c)
    {
        if (c < LatinEnd) return Latin[c];
        if (c is >= (char)VietnameseStart and < (char)VietnameseEnd) return Vietnamese[c - VietnameseStart];
        // Full-width forms are written to slip past word lists.
        if (c is >= '\uFF01' and <= '\uFF5E') return Latin[c - 0xFEE0];
        return IsInvisible(c) ? Nothing : char.ToLowerInvariant(c);
    }

    /// <summary>A whole text folded; characters without width are left out.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Fold(c) is var f and not Nothing) folded.Append(f);
        }
        return folded.ToString();
    }

    /// <summary>True for the letters that Turkish has and English has not: <c>ç ğ ı ö ş ü İ</c> in either case.</summary>
    public static bool IsTurkishLetter(char c) => c is 'ç' or 'ğ' or 'ı' or 'ö' or 'ş' or 'ü' or 'Ç' or 'Ğ' or 'İ' or 'Ö' or 'Ş' or 'Ü';

    private static bool IsInvisible(char c) => c
        is (>= '\u0300' and <= '\u036F') or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u2064') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF';

    private static string Table(int from, int to) => string.Create(to - from, from, static (table, from) =>
    {
        for (var i = 0; i < table.Length; i++) table[i] = Derive((char)(from + i));
    });

    private static char Derive(char c) => c switch
    {
        '\u00AD' or Nothing => Nothing,
        'ı' => 'i',
        'ø' or 'Ø' => 'o',
        'ß' => 's',
        'æ' or 'Æ' => 'a',
        'ł' or 'Ł' => 'l',
        'đ' or 'Đ' => 'd',
        _ => char.ToLowerInvariant(char.IsLetter(c) ? c.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD)[0] : c),
    };
}

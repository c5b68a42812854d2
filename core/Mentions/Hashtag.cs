namespace Crisis.Core.Mentions;

/// <summary>What a hashtag is, and when two are the same.</summary>
public static class Hashtag
{
    /// <summary>How many characters behind a <c>#</c> belong to it: letters, digits, marks and <c>_</c>, one letter at least.</summary>
    public static int LengthOf(ReadOnlySpan<char> behind)
    {
        var length = 0;
        var hasLetter = false;
        while (length < behind.Length && (char.IsLetterOrDigit(behind[length]) || behind[length] == '_' || IsMark(behind[length])))
        {
            hasLetter |= char.IsLetter(behind[length]);
            length++;
        }

        return hasLetter ? length : 0;
    }

    /// <summary>
    /// The hashtag in small letters, the same whatever keyboard wrote it: I, İ, ı and i all become i, since one writes
    /// #KIŞ, #kış and #Kiş and means the same.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> hashtag) => string.Create(hashtag.Length, hashtag, static (folded, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            folded[i] = from[i] is 'I' or 'İ' or 'ı' ? 'i' : char.ToLowerInvariant(from[i]);
    });

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}

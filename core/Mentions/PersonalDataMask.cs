using System.Text;
using System.Text.Json;

namespace Crisis.Core.Mentions;

/// <summary>
/// Hides personal data and keeps its sort visible. In stores the sort stands as a sign of no language, <c>⟦iban⟧</c>;
/// a surface says it in the reader's. Masking twice changes nothing.
/// </summary>
public static class PersonalDataMask
{
    private static readonly PersonalDataSort[] Sorts = Enum.GetValues<PersonalDataSort>();

    /// <summary>The text with each find replaced by its sign.</summary>
    public static string Mask(string text)
    {
        var found = PersonalDataFinder.Find(text);
        if (found.Count == 0) return text;
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in found)
        {
            masked.Append(text, at, span.Start - at).Append(Sign(span.Sort));
            at = span.End;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The text masked, with the sorts named in the language: <c>[kart numarası]</c>.</summary>
    public static string Mask(string text, string language)
    {
        var masked = Mask(text);
        if (!masked.Contains('⟦', StringComparison.Ordinal)) return masked;
        foreach (var sort in Sorts)
        {
            masked = masked.Replace(Sign(sort), $"[{Language.Texts.Say(language, "personal-data." + Name(sort))}]", StringComparison.Ordinal);
        }

        return masked;
    }

    /// <summary>Such as <c>identity-number</c>: also the value of the facet <c>data:</c>.</summary>
    public static string Name(PersonalDataSort sort) => JsonNamingPolicy.KebabCaseLower.ConvertName(sort.ToString());

    private static string Sign(PersonalDataSort sort) => $"⟦{Name(sort)}⟧";
}

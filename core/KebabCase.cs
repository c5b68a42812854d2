using System.Text.Json;

namespace Crisis.Core;

/// <summary>The words that values of enums are written with everywhere: <c>ProposeContained</c> is <c>propose-contained</c>.</summary>
public static class KebabCase
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of that word, or null when there is none.</summary>
    public static TEnum? Find<TEnum>(string? word)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Of(value) == word) return value;
        }

        return null;
    }
}

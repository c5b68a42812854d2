using System.Text.Json;

namespace Crisis.Web.Language;

/// <summary>Names of enum values as they are written outside: <c>ComplaintWave</c> is <c>complaint-wave</c>.</summary>
public static class Kebab
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of that name, or null when there is none. Numbers are no names.</summary>
    public static T? Parse<T>(string? name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value).Equals(name, StringComparison.Ordinal)) return value;
        return null;
    }
}

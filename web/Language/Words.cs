using System.Globalization;

namespace Crisis.Web.Language;

/// <summary>The pages' texts in one language, and how that language writes numbers and times.</summary>
public sealed class Words
{
    private readonly IReadOnlyDictionary<string, string> _texts;

    public Words(string language, CultureInfo culture, IReadOnlyDictionary<string, string> texts)
    {
        Language = language;
        Culture = culture;
        _texts = texts;
    }

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of that key.</summary>
    /// <exception cref="KeyNotFoundException">No language file has the key.</exception>
    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"The page text '{key}' is missing in language '{Language}'.");

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text with <c>{0}</c>, <c>{1}</c>… filled, numbers as the language writes them.</summary>
    public string Of(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>The text of an enum's value, by the kebab-case name that JSON uses too.</summary>
    public string Name<T>(string group, T value) where T : struct, Enum => this[$"{group}.{Kebab.Of(value)}"];

    public string Number(double value) => value.ToString(Math.Abs(value) < 10 && value != Math.Floor(value) ? "0.0" : "#,0", Culture);

    public string Percent(double share) => share.ToString("P0", Culture);
}

using System.Globalization;
using Crisis.Core.Language;

namespace Crisis.Web.Language;

/// <summary>
/// What pages say in one language: their own texts, the names that all surfaces share, and numbers as the language
/// writes them.
/// </summary>
public sealed class Words
{
    private static readonly string[] Places = ["0", "1", "2", "3", "4", "5"];
    private readonly TextCatalogue _pages;
    private readonly Wording _shared;

    public Words(string language, TextCatalogue pages)
    {
        Language = language;
        _pages = pages;
        _shared = new Wording(language, TimeZoneInfo.Utc);
    }

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    /// <summary>The text of that key.</summary>
    /// <exception cref="KeyNotFoundException">No language file has the key.</exception>
    public string this[string key] => _pages.Say(Language, key);

    public bool Has(string key) => _pages.Find(Language, key) is not null;

    /// <summary>The text with <c>{0}</c>, <c>{1}</c>… filled; numbers as the language writes them.</summary>
    public string Of(string key, params ReadOnlySpan<object?> values)
    {
        var filled = new (string, string)[values.Length];
        for (var i = 0; i < values.Length; i++) filled[i] = (Places[i], Text(values[i]));
        return _pages.Say(Language, key, filled);
    }

    /// <summary>The text of an enum's value, of the pages' own or else the shared ones, by its kebab-case name.</summary>
    public string Name<T>(string family, T value) where T : struct, Enum =>
        _pages.Find(Language, $"{family}.{Kebab.Of(value)}") ?? _shared.Name(family, value);

    /// <summary>The same, with a capital first letter.</summary>
    public string Title<T>(string family, T value) where T : struct, Enum => _shared.Capital(Name(family, value));

    /// <summary>Shared names of things that have no enum: severities, sources, detectors, remarks.</summary>
    public Wording Shared => _shared;

    public string Number(double value) => _shared.Number(value, Math.Abs(value) < 10 ? 1 : 0);

    public string Percent(double share) => _shared.Percent(share);

    private string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        int number => _shared.Number(number),
        long number => _shared.Number(number),
        double number => Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

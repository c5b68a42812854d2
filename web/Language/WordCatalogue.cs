using System.Globalization;
using System.Text.Json;

namespace Crisis.Web.Language;

/// <summary>All languages of the pages, from one JSON file each inside the assembly.</summary>
public sealed class WordCatalogue
{
    private static readonly IReadOnlyDictionary<string, string> Cultures =
        new Dictionary<string, string> { ["tr"] = "tr-TR", ["en"] = "en-GB" };

    private readonly Dictionary<string, Words> _languages = Cultures.ToDictionary(
        pair => pair.Key,
        pair => new Words(pair.Key, CultureInfo.GetCultureInfo(pair.Value), Read(pair.Key)));

    public IReadOnlyCollection<Words> All => _languages.Values;

    public bool Knows(string? language) => language is not null && _languages.ContainsKey(language);

    public Words In(string language) => _languages.TryGetValue(language, out var words) ? words : _languages["en"];

    /// <summary>The first language of an <c>Accept-Language</c> header that there is, by its weights; else null.</summary>
    public string? Preferred(string? header) => (header ?? "").Split(',')
        .Select(part => part.Split(';', StringSplitOptions.TrimEntries))
        .Select(part => (Code: part[0].Split('-')[0].Trim().ToLowerInvariant(), Weight: Weight(part)))
        .Where(item => item.Weight > 0 && Knows(item.Code))
        .OrderByDescending(item => item.Weight)
        .Select(item => item.Code)
        .FirstOrDefault();

    private static double Weight(string[] part) => part.Skip(1)
        .Where(p => p.StartsWith("q=", StringComparison.Ordinal))
        .Select(p => double.TryParse(p.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var q) ? q : 0)
        .DefaultIfEmpty(1)
        .First();

    private static Dictionary<string, string> Read(string language)
    {
        using var stream = typeof(WordCatalogue).Assembly.GetManifestResourceStream($"language/{language}.json")
            ?? throw new InvalidOperationException($"The page texts for '{language}' are missing from the assembly.");
        using var document = JsonDocument.Parse(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(document.RootElement, "", texts);
        return texts;
    }

    private static void Flatten(JsonElement element, string prefix, Dictionary<string, string> texts)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object) Flatten(property.Value, key, texts);
            else texts.Add(key, property.Value.GetString() ?? "");
        }
    }
}

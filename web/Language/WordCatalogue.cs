using System.Globalization;
using Crisis.Core.Language;

namespace Crisis.Web.Language;

/// <summary>All languages of the pages, one YAML file each inside the assembly.</summary>
public sealed class WordCatalogue
{
    private readonly Dictionary<string, Words> _languages;

    public WordCatalogue()
    {
        Texts = TextCatalogue.From(typeof(WordCatalogue).Assembly, "language/");
        _languages = Texts.Languages.ToDictionary(l => l, l => new Words(l, Texts));
    }

    public TextCatalogue Texts { get; }

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
}

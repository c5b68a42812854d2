using Crisis.Core.Sentiment;

namespace Crisis.Local.Sample;

/// <summary>The made-up texts of the sample, by mood and language; read from the embedded <c>phrases.txt</c>.</summary>
internal sealed class SamplePhrases
{
    private readonly Dictionary<string, List<string>> sections = [];

    public SamplePhrases()
    {
        using var reader = new StreamReader(typeof(SamplePhrases).Assembly.GetManifestResourceStream("sample/phrases.txt")!);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' && line.StartsWith("# ", StringComparison.Ordinal)) continue;
            if (line[0] == '[') sections[line[1..^1]] = section = [];
            else section.Add(line);
        }
    }

    public IReadOnlyList<string> Of(string section) => sections[section];

    public IReadOnlyList<string> Of(string mood, string language, SentimentLabel label) =>
        sections.TryGetValue($"{mood}.{language}.{label.ToString().ToLowerInvariant()}", out var texts) ? texts : sections[$"{mood}.{language}.neutral"];
}

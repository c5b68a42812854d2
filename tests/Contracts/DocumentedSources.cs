using System.Text.RegularExpressions;

namespace Crisis.Contracts;

/// <summary>The examples of <c>docs/sources.md</c>, so that what people copy from there is what a host takes.</summary>
public static partial class DocumentedSources
{
    /// <summary>Type and the line of YAML, each as it stands in a heading.</summary>
    public static IReadOnlyList<(string Type, string Yaml)> Read()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "sources.md"));
        return
        [
            .. text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))
                .SelectMany(line => Example().Matches(line)).Select(match => (match.Groups[1].Value, match.Value.Trim('`'))),
        ];
    }

    /// <summary>A watch that has this source alone.</summary>
    public static string Watch(string yaml) => $"id: kuzey\nname: Kuzey Kargo\nterms: [kuzey kargo]\nsources:\n  - {yaml}\n";

    [GeneratedRegex("`\\{ type: ([a-z]+)[^`]*\\}`")]
    private static partial Regex Example();
}

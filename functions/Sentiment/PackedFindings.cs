using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Storage;

namespace Crisis.Functions.Sentiment;

/// <summary>Findings as bodies of rows: as many in one as fit, a JSON object a line.</summary>
internal static class PackedFindings
{
    public static IEnumerable<string> Write(IEnumerable<KnownFinding> findings)
    {
        var lines = new List<string>();
        var length = 0;
        foreach (var line in findings.Select(finding => JsonSerializer.Serialize(finding, CrisisJson.Options)))
        {
            if (length + line.Length + 1 > RowRules.LongestBody)
            {
                yield return string.Join('\n', lines);
                (lines, length) = ([], 0);
            }

            lines.Add(line);
            length += line.Length + 1;
        }

        if (lines.Count > 0) yield return string.Join('\n', lines);
    }

    public static IEnumerable<KnownFinding> Read(string body) =>
        body.Split('\n').Select(line => JsonSerializer.Deserialize<KnownFinding>(line, CrisisJson.Options)!);
}

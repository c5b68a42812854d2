using System.Text.RegularExpressions;

namespace Crisis.Web.Publishing;

/// <summary>Finds what a planned post holds: hashtags, links, loud words.</summary>
internal static partial class PostText
{
    public static IReadOnlyList<string> Hashtags(string text) => [.. HashtagPattern().Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static IReadOnlyList<string> Links(string text) => [.. LinkPattern().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')', '!', '?'))];

    /// <summary>Words of four letters or more all in capitals.</summary>
    public static int Shouted(string text) => WordPattern().Count(text);

    /// <summary>How many letters must change to make one of the other (Levenshtein), 3 at most.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return 3;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return Math.Min(3, row[^1]);
    }

    [GeneratedRegex(@"#[\p{L}\p{Nd}_]+")]
    private static partial Regex HashtagPattern();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"\b\p{Lu}{4,}\b")]
    private static partial Regex WordPattern();
}

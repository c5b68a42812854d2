namespace Crisis.Core.Mentions.Sources;

/// <summary>Search texts for networks that take several terms at once.</summary>
public static class SearchText
{
    /// <summary>As few texts as possible with all terms, phrases quoted, none longer than this unless a term alone is.</summary>
    public static IReadOnlyList<string> Combine(IReadOnlyList<string> terms, string or, int longest)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var texts = new List<string>();
        foreach (var term in terms.Select(Quote).Distinct(StringComparer.Ordinal))
        {
            if (texts.Count > 0 && texts[^1].Length + or.Length + term.Length <= longest) texts[^1] += or + term;
            else texts.Add(term);
        }

        return texts;
    }

    private static string Quote(string term)
    {
        var plain = term.Replace("\"", "", StringComparison.Ordinal).Trim();
        return plain.Contains(' ', StringComparison.Ordinal) ? $"\"{plain}\"" : plain;
    }
}

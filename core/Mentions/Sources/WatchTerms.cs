using System.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// Whether a text is about a watch: one of its terms stands in it at a word's beginning (Turkish endings may follow), and
/// none of the excluded ones. Letter case, and the dot of I and ı, make no difference.
/// </summary>
public sealed class WatchTerms(Watch watch)
{
    private readonly string[] terms = [.. watch.Terms.Select(Fold).Where(t => t.Length > 0)];
    private readonly string[] exclude = [.. watch.Exclude.Select(Fold).Where(t => t.Length > 0)];

    /// <summary>True for every text when the watch has no terms.</summary>
    public bool Match(string text)
    {
        if (terms.Length == 0) return !Excludes(text);
        var folded = Fold(text);
        return Array.Exists(terms, t => Holds(folded, t)) && !Array.Exists(exclude, t => Holds(folded, t));
    }

    public bool Excludes(string text)
    {
        if (exclude.Length == 0) return false;
        var folded = Fold(text);
        return Array.Exists(exclude, t => Holds(folded, t));
    }

    private static bool Holds(string text, string term)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(term[0])) return true;
        }

        return false;
    }

    /// <summary>Lower case by no culture's rules; all four I become i; white space becomes one blank.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is 'I' or 'İ' or 'ı') folded.Append('i');
            else if (c == '\u0307') continue;
            else if (!char.IsWhiteSpace(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().Trim();
    }
}

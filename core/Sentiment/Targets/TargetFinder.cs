using Crisis.Core.Sentiment.Rules;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Targets;

/// <summary>Finds what a text is about, and what the clause around each finding says of it.</summary>
public sealed class TargetFinder(TargetTable table, bool agglutinative)
{
    /// <summary>A text names few things; more are a list or spam.</summary>
    private const int Most = 8;

    /// <summary>Clause scores nearer to zero than this decide nothing.</summary>
    private const float Undecided = 0.5f;

    /// <summary>The targets in order of the text, each name once, labelled by its clause, or by the whole text where the clause says nothing. The brand's own names are none.</summary>
    public IReadOnlyList<OpinionTarget> Find(TextReading reading, SentimentLabel whole, BrandWords? brand = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        List<OpinionTarget>? found = null;
        var tokens = reading.Text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (brand?.LengthAt(reading.Text, i) is > 0 and var length)
            {
                i += length - 1;
                continue;
            }

            if (!tokens[i].IsWord || Match(reading.Text, i) is not { } term) continue;
            var at = i;
            i += term.Words.Length - 1;
            if (term.Name is TargetTable.NoTarget) continue;
            found ??= [];
            if (found.Count == Most) break;
            if (!found.Exists(target => target.Name == term.Name)) found.Add(new OpinionTarget(term.Name, Label(reading, at, whole)));
        }
        return found ?? (IReadOnlyList<OpinionTarget>)[];
    }

    private TargetTerm? Match(TokenisedText text, int at)
    {
        var word = text.Folded(text.Tokens[at]);
        var hash = TextHash.Seed;
        TargetTerm? longest = null;
        for (var n = 1; n <= word.Length; n++)
        {
            hash = TextHash.Add(hash, word[n - 1]);
            if (n < TargetTable.ShortestStem && n < word.Length) continue;
            if (!table.TryGet(hash, out var terms) || !IsInflected(word, n)) continue;
            foreach (var term in terms)
            {
                if (!Follows(text, at, term)) continue;
                longest = term;
                break;
            }
        }
        return longest;
    }

    private bool Follows(TokenisedText text, int at, TargetTerm term)
    {
        for (var n = 1; n < term.Words.Length; n++)
        {
            if (at + n >= text.Count || !text.Tokens[at + n].IsWord) return false;
            var word = text.Folded(text.Tokens[at + n]);
            if (!word.StartsWith(term.Words[n]) || !IsInflected(word, term.Words[n].Length)) return false;
        }
        return true;
    }

    private bool IsInflected(ReadOnlySpan<char> word, int stem)
    {
        var rest = word[stem..];
        // Three letters begin many words by chance: only a short suffix is believed after them.
        if (agglutinative) return (stem > 3 || rest.Length < 5) && TurkishSuffixes.IsInflection(rest);
        return rest is "" or "s" or "es" or "d" or "ed" or "ing" or "er" or "ers" or "ies" or "able" or "ment";
    }

    private static SentimentLabel Label(TextReading reading, int at, SentimentLabel whole)
    {
        var words = reading.Words;
        var clause = words[at].Clause;
        float score = 0;
        var several = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Clause == clause) score += words[i].Main;
            else several |= words[i].Main != 0;
        }
        // With one clause the whole text's finding, which weighs more than the lists, is the clause's.
        if (!several || Math.Abs(score) < Undecided) return whole;
        return score > 0 ? SentimentLabel.Positive : SentimentLabel.Negative;
    }
}

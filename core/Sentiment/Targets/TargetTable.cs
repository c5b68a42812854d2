using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Targets;

/// <summary>
/// The terms by which texts name what they are about, with one name for all languages (<c>kargo, teslimat, delivery</c>
/// are <c>delivery</c>). Read from lines <c>name TAB language TAB term, term…</c>. Read-only, safe for all threads.
/// </summary>
public sealed class TargetTable
{
    private readonly Dictionary<ulong, TargetTerm[]> byFirstWord;

    private TargetTable(Dictionary<ulong, TargetTerm[]> byFirstWord) => this.byFirstWord = byFirstWord;

    /// <summary>The name of words that only look like a term: they are matched, and give no target.</summary>
    internal const string NoTarget = "-";

    /// <summary>The shortest stem that a first word can have.</summary>
    internal const int ShortestStem = 3;

    /// <summary>The terms of one language out of one or more tables, so that a brand can add its own to the shipped ones.</summary>
    /// <exception cref="InvalidDataException">A line has not three fields.</exception>
    public static TargetTable Read(string language, params IEnumerable<TextReader> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var terms = new List<TargetTerm>();
        foreach (var table in tables)
        {
            while (table.ReadLine() is { } line)
            {
                if (line.Length == 0 || line[0] == '#') continue;
                var fields = line.Split('\t');
                if (fields.Length != 3) throw new InvalidDataException($"A line of the target table must have three fields with tabs between: '{line}'.");
                if (fields[1] != language) continue;
                foreach (var term in fields[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    terms.Add(new TargetTerm(fields[0], TextFold.Fold(term).Split(' ', '-')));
            }
        }
        return new TargetTable(terms.SelectMany(Forms).GroupBy(x => x.Hash).ToDictionary(g => g.Key, g => g.Select(x => x.Term).OrderByDescending(t => t.Words.Length).ToArray()));

        IEnumerable<(ulong Hash, TargetTerm Term)> Forms(TargetTerm term)
        {
            yield return (TextHash.Of(term.Words[0]), term);
            // Turkish softens the last consonant before a vowel: sipariş stays, kayıp gives kaybım, yemek gives yemeğim.
            if (language is "tr" && term.Words[0].Length > 3 && Softened(term.Words[0]) is { } soft) yield return (TextHash.Of(soft), term);
        }
    }

    internal bool TryGet(ulong firstWord, out TargetTerm[] terms)
    {
        var found = byFirstWord.TryGetValue(firstWord, out var some);
        terms = some ?? [];
        return found;
    }

    private static string? Softened(string word) => word[^1] switch
    {
        'k' => word[..^1] + 'g',
        't' => word[..^1] + 'd',
        'p' => word[..^1] + 'b',
        _ => null,
    };
}

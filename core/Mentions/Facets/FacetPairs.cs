using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Mentions.Facets;

/// <summary>
/// Finds what people say in too many ways for a list of phrases: a word of one list near a word of another ("bilgilerim
/// internete sızmış", "they lost all our personal data"). Read-only, safe for all threads.
/// </summary>
internal sealed class FacetPairs
{
    /// <summary>Words further apart belong to different statements.</summary>
    private const int Near = 6;

    private const int ShortestStem = 2;
    private const char AsWritten = '!';
    private readonly Dictionary<ulong, Entry[]> _byWord;
    private readonly string[] _facets;
    private readonly int _longest;

    private FacetPairs(List<string> facets, List<Entry> entries)
    {
        _facets = [.. facets];
        _byWord = entries.GroupBy(entry => TextHash.Of(entry.Term.Words[0])).ToDictionary(group => group.Key, group => group.ToArray());
        _longest = entries.Max(entry => entry.Term.Words[0].Length);
    }

    private enum Side
    {
        One,
        Other,
        Off,
    }

    public static FacetPairs Shipped()
    {
        using var reader = new StreamReader(typeof(FacetPairs).Assembly.GetManifestResourceStream("Crisis.Core.Mentions.facet-pairs.tsv")!);
        List<string> facets = [];
        List<Entry> entries = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            for (var side = Side.One; side <= Side.Off; side++)
            {
                foreach (var word in fields[2 + (int)side].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (word == "-") continue;
                    var plain = word.TrimStart(AsWritten);
                    entries.Add(new Entry(facets.Count, side, new FacetTerm(fields[0], fields[1], [TextFold.Fold(plain)]), plain == word ? null : plain));
                }
            }

            facets.Add(fields[0]);
        }

        return new FacetPairs(facets, entries);
    }

    /// <summary>Adds the facets of a text by others.</summary>
    public void Find(string source, TokenisedText text, ICollection<string> facets)
    {
        Span<int> one = stackalloc int[_facets.Length], other = stackalloc int[_facets.Length];
        Span<bool> found = stackalloc bool[_facets.Length], off = stackalloc bool[_facets.Length];
        one.Fill(-Near - 1);
        other.Fill(-Near - 1);
        found.Clear();
        off.Clear();
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord) continue;
            var word = text.Folded(tokens[i]);
            var hash = TextHash.Seed;
            for (var n = 1; n <= Math.Min(word.Length, _longest); n++)
            {
                hash = TextHash.Add(hash, word[n - 1]);
                if ((n < ShortestStem && n < word.Length) || !_byWord.TryGetValue(hash, out var entries)) continue;
                foreach (var entry in entries)
                {
                    if (!FacetWords.IsInflected(entry.Term, word, word[n..]) || !entry.IsWrittenIn(source, tokens[i])) continue;
                    if (entry.Side == Side.Off) off[entry.Row] = true;
                    else if (entry.Side == Side.One) one[entry.Row] = i;
                    else other[entry.Row] = i;
                    found[entry.Row] |= one[entry.Row] >= 0 && other[entry.Row] >= 0 && one[entry.Row] != other[entry.Row] && Math.Abs(one[entry.Row] - other[entry.Row]) <= Near;
                }
            }
        }

        for (var row = 0; row < found.Length; row++)
        {
            if (found[row] && !off[row] && !facets.Contains(_facets[row])) facets.Add(_facets[row]);
        }
    }

    /// <param name="Written">How it has to be written, where folding would make another word of it; null when it need not.</param>
    private sealed record Entry(int Row, Side Side, FacetTerm Term, string? Written)
    {
        public bool IsWrittenIn(string source, Token token) =>
            Written is null || source.AsSpan(token.Start, token.Length).StartsWith(Written, StringComparison.OrdinalIgnoreCase);
    }
}

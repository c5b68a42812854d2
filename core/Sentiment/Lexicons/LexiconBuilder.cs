using System.Globalization;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Lexicons;

/// <summary>
/// Collects terms from lines <c>term TAB score [TAB second score]</c> and <c>term TAB role[,role…]</c>. Lines that start
/// with <c>#</c> and empty ones are skipped. Later lines win over earlier ones; a role is added to a score.
/// </summary>
internal sealed class LexiconBuilder(bool agglutinative)
{
    private readonly Dictionary<ulong, Term> terms = [];
    private readonly TokenisedText scratch = new();

    public LexiconBuilder Add(TextReader lines, bool byHand)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (fields.Length < 2) throw new InvalidDataException($"Lexicon line without a tab: '{line}'.");
            if (Roles(fields[1]) is { } role) Put(fields[0], term => term with { Role = term.Role | role });
            else
            {
                var main = Score(fields[1]);
                var second = fields.Length > 2 ? Score(fields[2]) : float.NaN;
                var mark = byHand ? TermRole.Stem : TermRole.None;
                Put(fields[0], term => new Term(main, float.IsNaN(second) ? term.Second : second, term.Role | mark));
            }
        }
        return this;
    }

    public Lexicon Build() => new(terms, agglutinative);

    private static float Score(string field) => float.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static TermRole? Roles(string field) =>
        char.IsAsciiLetter(field[0]) ? field.Split(',').Aggregate(TermRole.None, (all, name) => all | Enum.Parse<TermRole>(name, ignoreCase: true)) : null;

    private void Put(string words, Func<Term, Term> change)
    {
        Tokeniser.Tokenise(words, scratch);
        var count = scratch.Count;
        if (count is 0 or > Lexicon.LongestPhrase) return;
        var hash = scratch.Tokens[0].Hash;
        for (var n = 1; n < count; n++)
        {
            if (n == 1)
            {
                var start = terms.GetValueOrDefault(hash);
                terms[hash] = start with { Role = start.Role | TermRole.PhraseStart };
            }
            hash = TextHash.Add(hash, scratch.Tokens[n].Hash);
        }
        terms[hash] = change(terms.GetValueOrDefault(hash));
    }
}

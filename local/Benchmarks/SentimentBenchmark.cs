using System.Globalization;
using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// <c>crisis bench sentiment</c>: how well the embedded analyser judges the labelled sets, in all and by part, once as
/// shipped (which has seen these texts) and once cross-validated (which has not), and how fast it is beside a loop that
/// only cuts the same texts into tokens.
/// </summary>
public sealed class SentimentBenchmark(TimeProvider clock)
{
    public const string EnglishFile = "semeval/semeval2017_4a_en.csv", TurkishFile = "turkish/turkish_twitter_cemrifki_tr.csv";

    /// <summary>Returns 0, or 2 when <paramref name="data"/> lacks the labelled sets.</summary>
    /// <param name="data">The folder with <c>semeval/</c> and <c>turkish/</c>.</param>
    /// <param name="folds">2 or more; 0 leaves the cross-validation out, which takes most of the time.</param>
    public int Run(string data, TextWriter output, TextWriter errors, int folds = 5)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var file in new[] { EnglishFile, TurkishFile })
        {
            if (File.Exists(Path.Combine(data, file))) continue;
            errors.WriteLine($"There is no '{file}' in '{data}': name the folder of the labelled sets.");
            return 2;
        }
        var english = LabelledSet.Read(Path.Combine(data, EnglishFile));
        var turkish = LabelledSet.Read(Path.Combine(data, TurkishFile));
        var shipped = EmbeddedAnalyser.Load();
        Accuracy(output, SentimentTraining.English, english, shipped, folds);
        Accuracy(output, SentimentTraining.Turkish, turkish, shipped, folds);
        Throughput(output, [.. english.Concat(turkish).Select(row => row.Text)], shipped);
        return 0;
    }

    private static void Accuracy(TextWriter output, SentimentTraining training, IReadOnlyList<LabelledText> rows, EmbeddedAnalyser shipped, int folds)
    {
        Report(output, $"{training.Language} as shipped, language given", training, rows, [.. rows.Select(row => shipped.Analyse(new TextToScore(row.Text, training.Language)))]);
        Report(output, $"{training.Language} as shipped, language found", training, rows, [.. rows.Select(row => shipped.Analyse(new TextToScore(row.Text, null)))]);
        if (folds > 1) Report(output, $"{training.Language} cross-validated, {folds} folds", training, rows, CrossValidation.Judge(training, rows, folds));
    }

    private static void Report(TextWriter output, string title, SentimentTraining training, IReadOnlyList<LabelledText> rows, IReadOnlyList<TextSentiment> findings)
    {
        Line(output, title, Table(Enumerable.Range(0, rows.Count)));
        foreach (var part in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].Set).OrderBy(part => part.Key, StringComparer.Ordinal))
            Line(output, "  " + part.Key, Table(part));

        ConfusionTable Table(IEnumerable<int> indices)
        {
            var table = new ConfusionTable();
            foreach (var i in indices) table.Add(rows[i].Label, training.Settings.Classes == 2 ? Larger(findings[i]) : findings[i].Label);
            return table;
        }
    }

    /// <summary>Where a set knows no neutral, the larger of the two other shares decides.</summary>
    private static SentimentLabel Larger(TextSentiment finding) => finding.Label is SentimentLabel.Unscored ? SentimentLabel.Unscored
        : finding.Positive >= finding.Negative ? SentimentLabel.Positive : SentimentLabel.Negative;

    private static void Line(TextWriter output, string title, ConfusionTable table) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{title,-40} macro recall {table.MacroRecall:F4}  F1 {table.MacroF1:F4}  recall +{table.Recall(SentimentLabel.Positive):F3} ={table.Recall(SentimentLabel.Neutral):F3} -{table.Recall(SentimentLabel.Negative):F3}  texts {table.Total}  unscored {table.Unscored}"));

    private void Throughput(TextWriter output, string[] texts, EmbeddedAnalyser analyser)
    {
        var tokens = new TokenisedText();
        double cutting = double.MaxValue, judging = double.MaxValue;
        // The best of some rounds: the first ones also pay for compilation.
        for (var round = 0; round < 4; round++)
        {
            cutting = Math.Min(cutting, Seconds(text => Tokeniser.Tokenise(text, tokens)));
            judging = Math.Min(judging, Seconds(text => analyser.Analyse(new TextToScore(text, null))));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one core: {texts.Length / judging:F0} texts a second; {judging / cutting:F1} times the time of only cutting them into tokens"));

        double Seconds(Action<string> action)
        {
            var start = clock.GetTimestamp();
            foreach (var text in texts) action(text);
            return clock.GetElapsedTime(start).TotalSeconds;
        }
    }
}

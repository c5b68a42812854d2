using Crisis.Core.Sentiment;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// Judges every text by a model that has not seen it: the texts fall into folds by their order, each fold is judged by a
/// model learned from the others. Texts that are the same but for the case of letters go into one fold together.
/// </summary>
public static class CrossValidation
{
    /// <summary>What the analyser says of each row, in order, when it was trained without that row's fold.</summary>
    public static IReadOnlyList<TextSentiment> Judge(SentimentTraining training, IReadOnlyList<LabelledText> rows, int folds)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(rows);
        var findings = new TextSentiment[rows.Count];
        var fold = Folds(rows, folds);
        for (var f = 0; f < folds; f++)
        {
            var analyser = training.Analyser(rows.Where((_, i) => fold[i] != f));
            for (var i = 0; i < rows.Count; i++)
            {
                if (fold[i] == f) findings[i] = analyser.Analyse(new TextToScore(rows[i].Text, training.Language));
            }
        }
        return findings;
    }

    private static int[] Folds(IReadOnlyList<LabelledText> rows, int folds)
    {
        var byText = new Dictionary<string, int>();
        var result = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var key = Core.Sentiment.Text.TextFold.Fold(rows[i].Text);
            if (!byText.TryGetValue(key, out result[i])) byText[key] = result[i] = byText.Count * 7919 % folds;
        }
        return result;
    }
}

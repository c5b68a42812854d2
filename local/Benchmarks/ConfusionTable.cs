using Crisis.Core.Sentiment;

namespace Crisis.Local.Benchmarks;

/// <summary>Counts of what people said against what an analyser said, and the figures made of them.</summary>
public sealed class ConfusionTable
{
    private static readonly SentimentLabel[] Labels = [SentimentLabel.Positive, SentimentLabel.Neutral, SentimentLabel.Negative];
    private readonly int[,] counts = new int[4, 4];

    public int Total { get; private set; }

    /// <summary>Texts that the analyser left unscored; they count as wrong.</summary>
    public int Unscored { get; private set; }

    public void Add(SentimentLabel truth, SentimentLabel found)
    {
        counts[(int)truth, (int)found]++;
        Total++;
        if (found is SentimentLabel.Unscored) Unscored++;
    }

    /// <summary>The mean over the labels that occur of the share of their texts that was found.</summary>
    public double MacroRecall => Labels.Where(Occurs).Select(Recall).DefaultIfEmpty().Average();

    /// <summary>The mean of F1 over the labels that occur.</summary>
    public double MacroF1 => Labels.Where(Occurs).Select(F1).DefaultIfEmpty().Average();

    public double Recall(SentimentLabel label) => Ratio(counts[(int)label, (int)label], Row(label));

    public double Precision(SentimentLabel label) => Ratio(counts[(int)label, (int)label], Enumerable.Range(0, 4).Sum(truth => counts[truth, (int)label]));

    public double F1(SentimentLabel label) => Recall(label) + Precision(label) is var sum and > 0 ? 2 * Recall(label) * Precision(label) / sum : 0;

    private bool Occurs(SentimentLabel label) => Row(label) > 0;

    private int Row(SentimentLabel truth) => Enumerable.Range(0, 4).Sum(found => counts[(int)truth, found]);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

using Crisis.Core.Sentiment;
using CsvHelper;

namespace Crisis.Local.Benchmarks;

/// <summary>Reads labelled texts: CSV with the columns <c>text, label, set</c>.</summary>
public static class LabelledSet
{
    /// <summary>All rows of a file. Labels other than positive, neutral, negative become unscored.</summary>
    public static IReadOnlyList<LabelledText> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        var rows = new List<LabelledText>();
        while (csv.Read())
        {
            var label = csv.GetString("label") switch
            {
                "positive" => SentimentLabel.Positive,
                "neutral" => SentimentLabel.Neutral,
                "negative" => SentimentLabel.Negative,
                _ => SentimentLabel.Unscored,
            };
            rows.Add(new LabelledText(csv.GetString("text"), label, csv.GetString("set")));
        }
        return rows;
    }
}

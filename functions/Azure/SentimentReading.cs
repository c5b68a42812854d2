using System.Globalization;
using Azure.AI.TextAnalytics;
using Crisis.Core.Sentiment;
using Finding = Crisis.Core.Sentiment.TextSentiment;
using ServiceLabel = Azure.AI.TextAnalytics.TextSentiment;

namespace Crisis.Functions.Azure;

/// <summary>What the Language service found, in the product's words.</summary>
internal static class SentimentReading
{
    private const int MostTargets = 8;

    public static Finding Of(DocumentSentiment document, string language)
    {
        var scores = document.ConfidenceScores;
        var lower = CultureInfo.GetCultureInfo(language.StartsWith("tr", StringComparison.Ordinal) ? "tr" : "en").TextInfo;
        var targets = document.Sentences.SelectMany(sentence => sentence.Opinions)
            .Select(opinion => new OpinionTarget(lower.ToLower(opinion.Target.Text), Label(opinion.Target.Sentiment, opinion.Target.ConfidenceScores)))
            .DistinctBy(target => target.Name)
            .Take(MostTargets);
        return new Finding(Label(document.Sentiment, scores), (float)scores.Positive, (float)scores.Neutral, (float)scores.Negative)
        {
            Language = language.Length >= 2 ? language[..2] : language,
            Targets = [.. targets],
        };
    }

    // A mixed text is a complaint as soon as it complains at least as much as it praises.
    private static SentimentLabel Label(ServiceLabel label, SentimentConfidenceScores scores) => label switch
    {
        ServiceLabel.Positive => SentimentLabel.Positive,
        ServiceLabel.Neutral => SentimentLabel.Neutral,
        ServiceLabel.Negative => SentimentLabel.Negative,
        _ => scores.Negative >= scores.Positive ? SentimentLabel.Negative : SentimentLabel.Positive,
    };
}

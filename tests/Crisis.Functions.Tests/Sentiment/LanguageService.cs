using System.Collections.Concurrent;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core.Pipeline;

namespace Crisis.Functions.Tests.Sentiment;

/// <summary>Plays the Language service: takes at most ten documents, finds "bad" negative and "good" positive, and refuses when told to.</summary>
internal sealed class LanguageService : TextAnalyticsClient
{
    /// <summary>Every request, as the texts that it carried.</summary>
    public ConcurrentQueue<IReadOnlyList<TextDocumentInput>> Requests { get; } = new();

    public IEnumerable<string> Texts => Requests.SelectMany(request => request).Select(document => document.Text);

    /// <summary>What it answers instead; null: findings.</summary>
    public Response? Refusal { get; set; }

    public override Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Refusal is not null) throw new RequestFailedException(Refusal);
        var asked = documents.ToList();
        asked.Count.ShouldBeInRange(1, 10);
        Requests.Enqueue(asked);
        var results = asked.Select(Judge).OrderByDescending(result => result.Id, StringComparer.Ordinal);
        return Task.FromResult(Response.FromValue(TextAnalyticsModelFactory.AnalyzeSentimentResultCollection(results, new TextDocumentBatchStatistics(), "test"), new Answer(200)));
    }

    private static AnalyzeSentimentResult Judge(TextDocumentInput document)
    {
        if (document.Text.Contains("unreadable", StringComparison.Ordinal))
            return TextAnalyticsModelFactory.AnalyzeSentimentResult(document.Id, TextAnalyticsModelFactory.TextAnalyticsError("InvalidDocument", "no"));
        var sentiment = document.Text.Contains("bad", StringComparison.Ordinal) ? TextSentiment.Negative : document.Text.Contains("good", StringComparison.Ordinal) ? TextSentiment.Positive : TextSentiment.Mixed;
        var (positive, negative) = sentiment switch { TextSentiment.Negative => (0.05, 0.9), TextSentiment.Positive => (0.9, 0.05), _ => (0.4, 0.5) };
        var target = TextAnalyticsModelFactory.SentenceOpinion(TextAnalyticsModelFactory.TargetSentiment(sentiment, "KARGO", positive, negative, 0, 5), []);
        var sentence = TextAnalyticsModelFactory.SentenceSentiment(sentiment, document.Text, positive, 0.05, negative, 0, document.Text.Length, [target]);
        return TextAnalyticsModelFactory.AnalyzeSentimentResult(document.Id, default, TextAnalyticsModelFactory.DocumentSentiment(sentiment, positive, 0.05, negative, [sentence]));
    }
}

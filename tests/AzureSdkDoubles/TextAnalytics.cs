#nullable disable
using System.Collections.ObjectModel;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

public enum TextSentiment
{
    Positive = 0,
    Neutral = 1,
    Negative = 2,
    Mixed = 3,
}

public class SentimentConfidenceScores(double positive, double neutral, double negative)
{
    public double Positive { get; } = positive;
    public double Neutral { get; } = neutral;
    public double Negative { get; } = negative;
}

public readonly struct TargetSentiment(TextSentiment sentiment, string text, SentimentConfidenceScores scores)
{
    public TextSentiment Sentiment { get; } = sentiment;
    public string Text { get; } = text;
    public SentimentConfidenceScores ConfidenceScores { get; } = scores;
}

public readonly struct SentenceOpinion(TargetSentiment target)
{
    public TargetSentiment Target { get; } = target;
}

public readonly struct SentenceSentiment(IReadOnlyCollection<SentenceOpinion> opinions)
{
    public IReadOnlyCollection<SentenceOpinion> Opinions { get; } = opinions;
}

public class DocumentSentiment(TextSentiment sentiment, SentimentConfidenceScores scores, IReadOnlyCollection<SentenceSentiment> sentences)
{
    public TextSentiment Sentiment { get; } = sentiment;
    public SentimentConfidenceScores ConfidenceScores { get; } = scores;
    public IReadOnlyCollection<SentenceSentiment> Sentences { get; } = sentences;
}

public class AnalyzeSentimentResult(string id, DocumentSentiment document)
{
    public string Id { get; } = id;
    public bool HasError => DocumentSentiment is null;
    public DocumentSentiment DocumentSentiment { get; } = document;
}

public class AnalyzeSentimentResultCollection(IList<AnalyzeSentimentResult> list) : ReadOnlyCollection<AnalyzeSentimentResult>(list);

public class AnalyzeSentimentOptions
{
    public bool? IncludeOpinionMining { get; set; }
    public bool? DisableServiceLogs { get; set; }
}

public class TextDocumentInput(string id, string text)
{
    public string Id { get; } = id;
    public string Text { get; } = text;
    public string Language { get; set; }
}

public class TextAnalyticsClient
{
    protected TextAnalyticsClient()
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
    {
    }

    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A double: no service answers.");
}

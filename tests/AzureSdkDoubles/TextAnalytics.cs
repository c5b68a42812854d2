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

public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double neutral, double negative) => (Positive, Neutral, Negative) = (positive, neutral, negative);

    public double Positive { get; }
    public double Neutral { get; }
    public double Negative { get; }
}

public readonly struct TargetSentiment
{
    internal TargetSentiment(TextSentiment sentiment, string text, SentimentConfidenceScores scores) => (Sentiment, Text, ConfidenceScores) = (sentiment, text, scores);

    public TextSentiment Sentiment { get; }
    public string Text { get; }
    public SentimentConfidenceScores ConfidenceScores { get; }
}

public readonly struct AssessmentSentiment;

public readonly struct SentenceOpinion
{
    internal SentenceOpinion(TargetSentiment target) => Target = target;

    public TargetSentiment Target { get; }
}

public readonly struct SentenceSentiment
{
    internal SentenceSentiment(IReadOnlyCollection<SentenceOpinion> opinions) => Opinions = opinions;

    public IReadOnlyCollection<SentenceOpinion> Opinions { get; }
}

public class DocumentSentiment
{
    internal DocumentSentiment(TextSentiment sentiment, SentimentConfidenceScores scores, IReadOnlyCollection<SentenceSentiment> sentences) => (Sentiment, ConfidenceScores, Sentences) = (sentiment, scores, sentences);

    public TextSentiment Sentiment { get; }
    public SentimentConfidenceScores ConfidenceScores { get; }
    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }
}

public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message) => (Code, Message) = (code, message);

    public string Code { get; }
    public string Message { get; }
}

public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextAnalyticsError error) => (Id, Error) = (id, error);

    public string Id { get; }
    public TextAnalyticsError Error { get; }
    public bool HasError => !string.IsNullOrEmpty(Error.Code);
}

public class AnalyzeSentimentResult : TextAnalyticsResult
{
    private readonly DocumentSentiment _document;

    internal AnalyzeSentimentResult(string id, DocumentSentiment document, TextAnalyticsError error)
        : base(id, error) => _document = document;

    public DocumentSentiment DocumentSentiment => HasError ? throw new InvalidOperationException($"Cannot access result for document {Id}, due to error {Error.Code}.") : _document;
}

public class AnalyzeSentimentResultCollection : ReadOnlyCollection<AnalyzeSentimentResult>
{
    internal AnalyzeSentimentResultCollection(IList<AnalyzeSentimentResult> list)
        : base(list)
    {
    }
}

/// <summary>As in the package, the only way to make results for a test.</summary>
public static class TextAnalyticsModelFactory
{
    public static TextAnalyticsError TextAnalyticsError(string code, string message, string target = null) => new(code, message);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextAnalyticsError error) => new(id, null, error);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextDocumentStatistics statistics, DocumentSentiment documentSentiment) => new(id, documentSentiment, default);

    public static AnalyzeSentimentResultCollection AnalyzeSentimentResultCollection(IEnumerable<AnalyzeSentimentResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list]);

    public static DocumentSentiment DocumentSentiment(TextSentiment sentiment, double positiveScore, double neutralScore, double negativeScore, List<SentenceSentiment> sentenceSentiments, IList<TextAnalyticsWarning> warnings = null) =>
        new(sentiment, new SentimentConfidenceScores(positiveScore, neutralScore, negativeScore), sentenceSentiments);

    public static SentenceSentiment SentenceSentiment(TextSentiment sentiment, string text, double positiveScore, double neutralScore, double negativeScore, int offset, int length, IEnumerable<SentenceOpinion> opinions) => new([.. opinions]);

    public static SentenceOpinion SentenceOpinion(TargetSentiment target, IEnumerable<AssessmentSentiment> assessments) => new(target);

    public static TargetSentiment TargetSentiment(TextSentiment sentiment, string text, double positiveScore, double negativeScore, int offset, int length) =>
        new(sentiment, text, new SentimentConfidenceScores(positiveScore, 0, negativeScore));
}

public readonly struct TextDocumentStatistics;

public class TextDocumentBatchStatistics;

public readonly struct TextAnalyticsWarning;

public class TextAnalyticsRequestOptions
{
    public bool? DisableServiceLogs { get; set; }
}

public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    public bool? IncludeOpinionMining { get; set; }
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

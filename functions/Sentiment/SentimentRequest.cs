using System.Globalization;
using Azure;
using Azure.AI.TextAnalytics;
using Crisis.Core.Sentiment;
using Crisis.Functions.Azure;
using Finding = Crisis.Core.Sentiment.TextSentiment;

namespace Crisis.Functions.Sentiment;

/// <summary>One paid request to the Language service, with opinion mining.</summary>
public sealed class SentimentRequest(TextAnalyticsClient client, EmbeddedAnalyser languages)
{
    /// <summary>Most documents of a request.</summary>
    public const int Most = 10;

    /// <summary>Most text elements of a document; the service refuses a longer one.</summary>
    private const int MostElements = 5_120;

    private static readonly AnalyzeSentimentOptions Options = new() { IncludeOpinionMining = true, DisableServiceLogs = true };

    /// <summary>A finding a text, in order; null for one that the service cannot judge.</summary>
    /// <exception cref="RequestFailedException">It refused, or is out of reach.</exception>
    public async ValueTask<Finding?[]> AskAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        // Without a hint the service takes everything for English: the embedded analyser knows better.
        var hints = texts.Select(text => text.Language ?? languages.Analyse(text).Language ?? "en").ToArray();
        var documents = texts.Select((text, n) => new TextDocumentInput(n.ToString(CultureInfo.InvariantCulture), Cut(text.Text)) { Language = hints[n] });
        var answer = (await client.AnalyzeSentimentBatchAsync(documents, Options, cancellation)).Value;
        var findings = new Finding?[texts.Count];
        foreach (var result in answer)
        {
            var n = int.Parse(result.Id, CultureInfo.InvariantCulture);
            if (!result.HasError) findings[n] = SentimentReading.Of(result.DocumentSentiment, hints[n]);
        }

        return findings;
    }

    private static string Cut(string text)
    {
        if (text.Length <= MostElements) return text;
        var end = 0;
        for (var elements = 0; elements < MostElements && end < text.Length; elements++) end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return text[..end];
    }
}

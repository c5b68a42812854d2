using System.Globalization;
using Azure;
using Azure.AI.TextAnalytics;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Sentiment;
using Crisis.Functions.Hosting;
using Finding = Crisis.Core.Sentiment.TextSentiment;

namespace Crisis.Functions.Azure;

/// <summary>
/// The Language service, ten texts a request, with opinion mining. All instances share one rate and one daily ceiling;
/// what these or the service refuse is judged by the embedded analyser, and marked as such. A text is paid for once a day
/// and instance.
/// </summary>
public sealed class TextAnalyticsAnalyser(TextAnalyticsClient client, EmbeddedAnalyser standIn, ReusedFindings reused, IQuotaLedger quotas, AppSettings settings, AppMetrics metrics, TimeProvider clock)
    : ISentimentAnalyser
{
    private const int MostDocuments = 10;
    private const int MostElements = 5_120;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly AnalyzeSentimentOptions Options = new() { IncludeOpinionMining = true, DisableServiceLogs = true };

    public string Name => "language";

    private QuotaCharge Minute(int documents) => new("language|minute", QuotaLimit.Every(TimeSpan.FromMinutes(1), settings.SentimentDocumentsPerMinute), documents);

    private QuotaCharge Day(int documents) => new("language|day", QuotaLimit.Every(TimeSpan.FromDays(1), settings.SentimentDocumentsPerDay), documents);

    public async ValueTask<IReadOnlyList<Finding>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var findings = new Finding?[texts.Count];
        for (var i = 0; i < texts.Count; i++) findings[i] = reused.Find(texts[i]);
        List<int> asked = [.. Enumerable.Range(0, texts.Count).Where(i => findings[i] is null)];
        metrics.Reused(texts.Count - asked.Count);
        foreach (var few in asked.Take(await GrantedAsync(asked.Count, cancellation)).Chunk(MostDocuments))
        {
            if (!await AskAsync(texts, few, findings, cancellation)) break;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (findings[i] is not null) continue;
            findings[i] = standIn.Analyse(texts[i]) with { By = standIn.Name };
            metrics.StoodIn(1);
        }

        return findings!;
    }

    /// <summary>All when the budget has them; in a surge a quarter, as a sample; else none.</summary>
    private async ValueTask<int> GrantedAsync(int wanted, CancellationToken cancellation)
    {
        foreach (var documents in (int[])[wanted, wanted / 4])
        {
            if (documents > 0 && await quotas.TakeAsync([Minute(documents), Day(documents)], cancellation) is null) return documents;
        }

        return 0;
    }

    private async ValueTask<bool> AskAsync(IReadOnlyList<TextToScore> texts, int[] few, Finding?[] findings, CancellationToken cancellation)
    {
        try
        {
            // Without a hint the service takes everything for English: the embedded analyser knows better.
            var languages = few.Select(i => texts[i].Language ?? standIn.Analyse(texts[i]).Language ?? "en").ToArray();
            var documents = few.Select((i, n) => new TextDocumentInput(n.ToString(CultureInfo.InvariantCulture), Cut(texts[i].Text)) { Language = languages[n] });
            var answer = (await client.AnalyzeSentimentBatchAsync(documents, Options, cancellation)).Value;
            metrics.Paid(few.Length);
            foreach (var result in answer)
            {
                var n = int.Parse(result.Id, CultureInfo.InvariantCulture);
                // One text that the service cannot judge is the stand-in's; the others are good.
                if (result.HasError) continue;
                var finding = SentimentReading.Of(result.DocumentSentiment, languages[n]);
                findings[few[n]] = finding;
                reused.Keep(texts[few[n]], finding);
            }

            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 0 or 408 or 429 or >= 500)
        {
            await quotas.HearAsync(Minute(0), 0, clock.GetUtcNow() + (RetryAfter(refused) ?? Pause), cancellation);
            return false;
        }
    }

    private static TimeSpan? RetryAfter(RequestFailedException refused) =>
        refused.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string Cut(string text)
    {
        if (text.Length <= MostElements) return text;
        var end = 0;
        for (var elements = 0; elements < MostElements && end < text.Length; elements++) end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return text[..end];
    }
}

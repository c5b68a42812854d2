using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Crisis.Core.Sentiment;
using Crisis.Functions.Hosting;
using Crisis.Functions.Sentiment;
using Finding = Crisis.Core.Sentiment.TextSentiment;

namespace Crisis.Functions.Azure;

/// <summary>
/// The Language service, ten texts a request. All instances share one rate, one daily ceiling and what was paid for; what
/// these or the service refuse is judged by the embedded analyser, and marked as such. One batch after the other in a
/// process, so that none pays for what another is just asking.
/// </summary>
public sealed class TextAnalyticsAnalyser(SentimentRequest requests, EmbeddedAnalyser standIn, ReusedFindings reused, SentimentBudget budget, AppMetrics metrics) : ISentimentAnalyser, IDisposable
{
    private const int AtOnce = 8;
    private readonly SemaphoreSlim _one = new(1, 1);

    public string Name => "language";

    public async ValueTask<IReadOnlyList<Finding>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        await _one.WaitAsync(cancellation);
        try
        {
            var (findings, provisional) = await KnownOrPaidAsync(texts, cancellation);
            for (var i = 0; i < texts.Count; i++)
            {
                if (findings[i] is not null) continue;
                findings[i] = standIn.Analyse(texts[i]) with { By = standIn.Name, Provisional = provisional.Contains(i) };
                metrics.StoodIn(1);
            }

            metrics.Scored(texts.Count);
            return findings!;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async ValueTask<(Finding?[] Findings, HashSet<int> Provisional)> KnownOrPaidAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation)
    {
        var findings = new Finding?[texts.Count];
        var unknown = Unknown(texts, findings);
        if (unknown.Count > 0)
        {
            await reused.RefreshAsync(cancellation);
            unknown = Unknown(texts, findings);
        }

        metrics.Reused(texts.Count - unknown.Count);
        if (unknown.Count == 0) return (findings, []);
        if (await budget.TakeAsync(unknown.Count, cancellation) is not { } granted) return (findings, [.. unknown]);
        var wanted = unknown.GetRange(0, granted);
        var claimed = (await reused.ClaimAsync([.. wanted.Select(i => texts[i])], cancellation)).Select(n => wanted[n]).ToList();
        await budget.ReturnAsync(granted - claimed.Count, cancellation);
        var unasked = await AskAllAsync(texts, claimed, findings, cancellation);
        // What another instance is paying for just now, and what the service refused, is worth asking for later.
        return (findings, [.. wanted.Except(claimed), .. unasked]);
    }

    private List<int> Unknown(IReadOnlyList<TextToScore> texts, Finding?[] findings)
    {
        var unknown = new List<int>();
        for (var i = 0; i < texts.Count; i++)
        {
            if ((findings[i] ??= reused.Find(texts[i])) is null) unknown.Add(i);
        }

        return unknown;
    }

    /// <summary>Fills in the findings; returns what was not asked because the service refused.</summary>
    private async ValueTask<IReadOnlyCollection<int>> AskAllAsync(IReadOnlyList<TextToScore> texts, List<int> claimed, Finding?[] findings, CancellationToken cancellation)
    {
        var unasked = new ConcurrentBag<int>();
        var refused = false;
        await Parallel.ForEachAsync(claimed.Chunk(SentimentRequest.Most), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (few, stop) =>
        {
            if (!Volatile.Read(ref refused))
            {
                try
                {
                    var answer = await requests.AskAsync([.. few.Select(i => texts[i])], stop);
                    metrics.Paid(few.Length);
                    for (var n = 0; n < few.Length; n++) findings[few[n]] = answer[n];
                    return;
                }
                catch (RequestFailedException fault) when (fault.Status is 0 or 408 or 429 or >= 500)
                {
                    Volatile.Write(ref refused, true);
                    await budget.RefusedAsync(RetryAfter(fault), stop);
                }
            }

            foreach (var i in few) unasked.Add(i);
        });
        await reused.ShareAsync([.. claimed.Where(i => findings[i] is not null).Select(i => (texts[i], findings[i]!))], cancellation);
        await budget.ReturnAsync(unasked.Count, cancellation);
        return unasked;
    }

    private static TimeSpan? RetryAfter(RequestFailedException refused) =>
        refused.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

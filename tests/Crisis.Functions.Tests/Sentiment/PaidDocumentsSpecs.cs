using System.Globalization;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Sentiment;
using Crisis.Core.Tests.Storage;
using Crisis.Functions.Azure;
using Crisis.Functions.Sentiment;
using Crisis.Functions.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Functions.Tests.Sentiment;

/// <summary>What the Language service would be paid on a recorded stream of real crises, pulled a thousand mentions at a time.</summary>
public sealed class PaidDocumentsSpecs(ITestOutputHelper output)
{
    [Fact]
    public async Task Stream_OfRealCrises_FillsItsRequestsAndPaysNoTextTwice()
    {
        var service = new LanguageService();
        var embedded = EmbeddedAnalyser.Load();
        int mentions = 0, texts = 0;
        var distinct = new HashSet<(string, string)>();
        var requests = new List<int>();
        foreach (var crisis in CrisisStream.Read())
        {
            // Every event is a brand of its own, with a store of its own, at its own time.
            var clock = new FakeTimeProvider(crisis[0].At);
            var rows = new MemoryRowStore();
            var settings = Sample.Settings(("Crisis__SentimentDocumentsPerMinute", "100000"));
            using var analyser = new TextAnalyticsAnalyser(
                new SentimentRequest(service, embedded), embedded, new ReusedFindings(rows, clock), new SentimentBudget(new StoredQuotaLedger(rows, clock), settings, clock), Sample.Metrics);
            foreach (var pull in crisis.Chunk(1000))
            {
                var asked = pull.OrderByDescending(row => row.At).Select(row => row.Text).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
                mentions += pull.Length;
                texts += asked.Count;
                distinct.UnionWith(asked.Select(text => (crisis[0].Event, text)));
                if (asked.Count > 0) (await analyser.AnalyseAsync([.. asked.Distinct().Select(text => new TextToScore(text, "en"))])).ShouldAllBe(finding => finding.By == null);
            }

            // Time stood still: whatever was paid for stays within its reuse time.
            service.Texts.ShouldBeUnique();
            requests.AddRange(service.Requests.Select(request => request.Count));
            service.Requests.Clear();
        }

        var (paid, filled) = (requests.Sum(), requests.Average());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{mentions} mentions, {texts} with text, {distinct.Count} distinct: {paid} documents paid in {requests.Count} requests, {filled:0.00} a request, {1000.0 * paid / texts:0} per 1,000 with text"));
        filled.ShouldBeGreaterThanOrEqualTo(9.5);
        paid.ShouldBe(distinct.Count);
    }
}

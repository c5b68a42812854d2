using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;

namespace Crisis.Functions.Tests.Azure;

/// <summary>A burst, queued at once and handled by several at a time, every message twice.</summary>
public sealed class BurstSpecs(ITestOutputHelper output)
{
    [Fact]
    public async Task Burst_OfSomeThousandMentions_LosesNothingAndCountsNothingTwice() => await BurstAsync(3_000);

    /// <summary>The full size takes a minute or more: on demand, by <c>CRISIS_BURST=50000</c>.</summary>
    [Fact]
    public async Task Burst_OfAsManyAsAsked_LosesNothingAndCountsNothingTwice()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable("CRISIS_BURST"), out var mentions), "Set CRISIS_BURST to a number of mentions, such as 50000.");
        await BurstAsync(mentions);
    }

    private async Task BurstAsync(int count)
    {
        using var azurite = new AzuriteApp();
        var app = azurite.App;
        var now = app.Clock.GetUtcNow();
        var mentions = Enumerable.Range(0, count).Select(i => new Mention
        {
            Source = "push",
            Id = $"b{i}",
            // Over the last quarter of an hour: three or four windows.
            CreatedAt = now.AddSeconds(-(i % 900)),
            Language = "en",
            Author = new MentionAuthor($"a{i % 5000}", null, 10),
            Text = $"Nothing special to say about parcel {i % 997}.",
            GivenSentiment = (i % 3) switch { 0 => SentimentLabel.Negative, 1 => SentimentLabel.Positive, _ => null },
        }).ToList();
        var batches = mentions.Chunk(500).Select(some => new MentionBatch(azurite.Watch, some) { ReceivedAt = now }).ToList();
        foreach (var batch in batches.Concat(batches)) await app.Get<IMentionBatches>().SendAsync(batch);
        (await azurite.DrainAsync(atOnce: 8)).ShouldBe(2 * batches.Count);
        var windows = await app.Get<MentionStore>().Windows.ReadAsync(azurite.Watch, now.AddHours(-1), now.AddHours(1), default);
        var expected = mentions.GroupBy(mention => Core.Detection.WindowCounts.StartOf(mention.CreatedAt)).OrderBy(group => group.Key).ToList();
        windows.Where(window => window.Mentions > 0).Select(window => (window.Start, window.Mentions)).ShouldBe(expected.Select(group => (group.Key, group.Count())));
        foreach (var (window, group) in windows.Where(window => window.Mentions > 0).Zip(expected))
        {
            window.Analysers["given"].Negative.ShouldBe(group.Count(mention => mention.GivenSentiment == SentimentLabel.Negative));
            window.Analysers["given"].Mentions.ShouldBe(group.Count(mention => mention.GivenSentiment is not null));
        }

        output.WriteLine($"{count} mentions sent twice in {2 * batches.Count} messages: {azurite.Requests.Total} transactions");
    }
}

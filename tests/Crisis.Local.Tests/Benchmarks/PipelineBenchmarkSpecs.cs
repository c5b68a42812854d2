using Crisis.Core.Sentiment;
using Crisis.Local.Benchmarks;
using Crisis.Local.Tests.Storage;

namespace Crisis.Local.Tests.Benchmarks;

public sealed class PipelineBenchmarkSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stream_OfSeveralWatches_ComesAsOneBatchAMinuteAndWatchInOrderOfTime()
    {
        var batches = Stream().Batches(rounds: 2).ToList();
        batches.Select(b => b.ReceivedAt).ShouldBeInOrder();
        batches.Sum(b => b.Mentions.Count).ShouldBe(400);
        batches.SelectMany(b => b.Mentions.Select(m => m.Id)).Distinct().Count().ShouldBe(400);
        batches.ShouldAllBe(b => b.Mentions.All(m => m.CreatedAt < b.ReceivedAt && m.CreatedAt >= b.ReceivedAt.AddMinutes(-1)));
        batches[0].Watch.ShouldBe("2012-fire");
    }

    [Fact]
    public async Task Benchmark_OfAStream_StoresEveryMentionAndSaysHowManyRowsItTook()
    {
        var figures = await new PipelineBenchmark(Stream(), new NeutralAnalyser()).RunAsync(_folder.Path, rounds: 2);
        figures.Mentions.ShouldBe(400);
        figures.RowsPerMention.ShouldBeInRange(2, 12);
        figures.Ratio.ShouldBeGreaterThan(0);
        figures.PeakMegabytes.ShouldBeGreaterThan(1);
    }

    private RecordedStream Stream()
    {
        var file = Path.Combine(_folder.Path, "stream.csv");
        var rows = Enumerable.Range(0, 200).Select(i => $"{(i % 2 == 0 ? "2012_Fire" : "2013_Flood")},2012-11-06T{9 + (i / 60):00}:{i % 60:00}:{i % 50:00}Z,{i},\"text, {i} #tag\"");
        File.WriteAllLines(file, ["event,timestamp_utc,tweet_id,text", .. rows]);
        return RecordedStream.Read(file);
    }

    private sealed class NeutralAnalyser : ISentimentAnalyser
    {
        public string Name => "neutral";

        public ValueTask<IReadOnlyList<TextSentiment>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default) =>
            new([.. texts.Select(_ => new TextSentiment(SentimentLabel.Neutral, 0, 1, 0))]);
    }
}

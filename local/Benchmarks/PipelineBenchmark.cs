using System.Diagnostics;
using Crisis.Core.Detection;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;
using Crisis.Local.Storage;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// Plays a recorded stream through scoring, store and windows, and its mention rows through a bare SQLite loop, in the
/// same batches and the same run.
/// </summary>
public sealed class PipelineBenchmark(RecordedStream stream, ISentimentAnalyser analyser)
{
    /// <summary>Batches whose rows are made before the bare loop's watch runs, so that all of them need not be in memory.</summary>
    private const int BatchesAtOnce = 2_000;

    /// <summary>Batches of the run before, after which the compiler has done its work.</summary>
    private const int WarmUp = 20_000;

    private static readonly MentionStoreOptions Options = new() { AuthorKey = new byte[32], SoleWriter = true };
    private readonly Dictionary<string, Watch> _watches = new(StringComparer.Ordinal);

    /// <param name="folder">An empty folder for the databases.</param>
    public async Task<PipelineFigures> RunAsync(string folder, int rounds = 1, CancellationToken cancellation = default)
    {
        // So that neither side pays for the compiler.
        await PipelineAsync(Path.Combine(folder, "warm"), stream.Batches().Take(WarmUp), cancellation);
        await BareAsync(Path.Combine(folder, "warm.db"), stream.Batches().Take(WarmUp), 1, cancellation);
        var pipeline = await PipelineAsync(Path.Combine(folder, "data"), stream.Batches(rounds), cancellation);
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var bare = await BareAsync(Path.Combine(folder, "bare.db"), stream.Batches(rounds), 1, cancellation);
        var grouped = await BareAsync(Path.Combine(folder, "grouped.db"), stream.Batches(rounds), SqliteDatabase.GroupSize, cancellation);
        return new PipelineFigures(
            pipeline.Mentions, pipeline.Batches, pipeline.Rows / (double)pipeline.Mentions, pipeline.Mentions / pipeline.Time.TotalSeconds,
            pipeline.Mentions / bare.Time.TotalSeconds, pipeline.Mentions / grouped.Time.TotalSeconds, memory)
        {
            ProcessorRatio = bare.Processor / pipeline.Processor,
            ProcessorRatioToGrouped = grouped.Processor / pipeline.Processor,
        };
    }

    private async Task<(int Mentions, int Batches, long Rows, TimeSpan Time, TimeSpan Processor)> PipelineAsync(
        string folder, IEnumerable<MentionBatch> batches, CancellationToken cancellation)
    {
        var clock = new StreamClock();
        using var database = SqliteDatabase.Open(folder, CommitMode.Grouped, clock);
        using var rows = new SqliteRowStore(database);
        var store = new MentionStore(rows, Options, clock);
        var scorer = new MentionScorer(analyser, new StandardFacets(), Options, clock);
        var sealedAt = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        int mentions = 0, count = 0;
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await foreach (var batch in scorer.ScoreAheadAsync(batches, WatchOf, cancellation: cancellation))
        {
            clock.MoveTo(batch.ReceivedAt);
            var stored = await store.StoreAsync(batch, cancellation);
            foreach (var window in stored.Touched) await store.Windows.GetAsync(window, cancellation);
            if (WindowCounts.StartOf(batch.ReceivedAt) is var now && sealedAt.GetValueOrDefault(batch.Watch) != now)
            {
                await store.Sealing.SealAsync(batch.Watch, now, cancellation);
                sealedAt[batch.Watch] = now;
            }

            mentions += stored.Stored;
            count++;
        }

        database.Commit();
        return (mentions, count, rows.RowsWritten, watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
    }

    private async Task<(TimeSpan Time, TimeSpan Processor)> BareAsync(string file, IEnumerable<MentionBatch> batches, int group, CancellationToken cancellation)
    {
        var scorer = new MentionScorer(analyser, new StandardFacets(), Options, new StreamClock());
        using var loop = new BareLoop(file, group);
        var watch = new Stopwatch();
        var processor = TimeSpan.Zero;
        foreach (var some in batches.Chunk(BatchesAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = new List<IReadOnlyList<StoredMentionRow>>(some.Length);
            foreach (var batch in some) rows.Add(StoredMentionRow.Of(await scorer.ScoreAsync(batch, WatchOf(batch.Watch), cancellation)));
            var before = Environment.CpuUsage.TotalTime;
            watch.Start();
            foreach (var batch in rows) loop.Insert(batch);
            watch.Stop();
            processor += Environment.CpuUsage.TotalTime - before;
        }

        watch.Start();
        loop.Commit();
        return (watch.Elapsed, processor);
    }

    private Watch WatchOf(string id)
    {
        if (!_watches.TryGetValue(id, out var watch)) _watches[id] = watch = new Watch { Id = id, Name = id };
        return watch;
    }
}

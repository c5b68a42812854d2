using System.Diagnostics;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Drills;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// Plays a recorded stream as a drill, through everything (scoring, store, windows, detection, crises with their
/// responders, notices and reports), and its mention rows through a bare SQLite loop, in the same batches and the same run.
/// </summary>
public sealed class PipelineBenchmark(RecordedStream stream, ISentimentAnalyser analyser)
{
    /// <summary>Batches whose rows are made before the bare loop's watch runs, so that all of them need not be in memory.</summary>
    private const int BatchesAtOnce = 2_000;

    private static readonly MentionStoreOptions Options = new() { AuthorKey = new byte[32], SoleWriter = true };
    private readonly Dictionary<string, Watch> _watches = new(StringComparer.Ordinal);

    /// <param name="folder">An empty folder for the databases.</param>
    public async Task<PipelineFigures> RunAsync(string folder, int rounds = 1, CancellationToken cancellation = default)
    {
        // So that neither side pays for the compiler.
        await PipelineAsync(Path.Combine(folder, "warm"), 1, cancellation);
        await BareAsync(Path.Combine(folder, "warm.db"), stream.Batches(), 1, cancellation);
        var pipeline = await PipelineAsync(Path.Combine(folder, "data"), rounds, cancellation);
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var bare = await BareAsync(Path.Combine(folder, "bare.db"), stream.Batches(rounds), 1, cancellation);
        var grouped = await BareAsync(Path.Combine(folder, "grouped.db"), stream.Batches(rounds), SqliteDatabase.GroupSize, cancellation);
        return new PipelineFigures(
            pipeline.Mentions, bare.Batches, pipeline.Rows / (double)pipeline.Mentions, pipeline.Mentions / pipeline.Time.TotalSeconds,
            pipeline.Mentions / bare.Time.TotalSeconds, pipeline.Mentions / grouped.Time.TotalSeconds, memory)
        {
            Lanes = pipeline.Lanes,
            ProcessorRatio = bare.Processor / pipeline.Processor,
            ProcessorRatioToGrouped = grouped.Processor / pipeline.Processor,
        };
    }

    private async Task<(int Mentions, int Lanes, long Rows, TimeSpan Time, TimeSpan Processor)> PipelineAsync(
        string folder, int rounds, CancellationToken cancellation)
    {
        var config = new ConfigReader(LocalSources.ForChecking(".")).Read([]).Config!;
        var played = new DrillStream(stream.Batches(rounds), stream.First, stream.LastOf(rounds)) { Minutes = stream.Minutes };
        await using var lanes = DrillLanes.Open(played, DrillScript.Usual, config, folder, analyser: analyser);
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = await lanes.PlayAsync(cancellation: cancellation);
        lanes.Commit();
        return (result.Rows, lanes.Count, lanes.RowsWritten, watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
    }

    private async Task<(int Batches, TimeSpan Time, TimeSpan Processor)> BareAsync(string file, IEnumerable<MentionBatch> batches, int group, CancellationToken cancellation)
    {
        var scorer = new MentionScorer(analyser, new StandardFacets(), Options, new StreamClock());
        using var loop = new BareLoop(file, group);
        var watch = new Stopwatch();
        var (batchCount, processor) = (0, TimeSpan.Zero);
        foreach (var some in batches.Chunk(BatchesAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            batchCount += some.Length;
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
        return (batchCount, watch.Elapsed, processor);
    }

    private Watch WatchOf(string id)
    {
        if (!_watches.TryGetValue(id, out var watch)) _watches[id] = watch = new Watch { Id = id, Name = id };
        return watch;
    }
}

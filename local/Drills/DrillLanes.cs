using Crisis.Core.Sentiment;
using Crisis.Core.Watching;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Drills;

/// <summary>
/// Plays a drill of several watches side by side, in lanes. Watches have nothing to do with each other (detection,
/// crises, lessons and customers are all one watch's), so that any number of lanes gives the same bytes.
/// </summary>
internal sealed class DrillLanes : IAsyncDisposable
{
    /// <summary>Each has a store with a cache, and reads the file for itself.</summary>
    private const int Most = 6;

    // A drill hashes authors with a key of its own that is always the same: so do two drills of one file.
    private static readonly string AuthorKey = new('d', 64);

    private readonly DrillStream stream;
    private readonly DrillScript script;
    private readonly CrisisConfig config;
    private readonly List<DrillLane> lanes = [];

    private DrillLanes(DrillStream stream, DrillScript script, CrisisConfig config) => (this.stream, this.script, this.config) = (stream, script, config);

    public int Count => lanes.Count;

    /// <summary>Rows written to all stores so far.</summary>
    public long RowsWritten => lanes.Sum(lane => lane.Services.GetRequiredService<SqliteRowStore>().RowsWritten);

    /// <param name="folder">An empty folder for the stores.</param>
    /// <param name="outbox">Folder for the messages; null where nobody will look.</param>
    /// <param name="analyser">The usual one when not given.</param>
    /// <param name="most">
    /// As many lanes at most. When not said, half as many again as there are processors, up to six: how much a watch has
    /// to do is known only afterwards, and no processor shall wait for the last lane.
    /// </param>
    public static DrillLanes Open(
        DrillStream stream, DrillScript script, CrisisConfig config, string folder, string? outbox = null, ISentimentAnalyser? analyser = null, int? most = null)
    {
        var all = new DrillLanes(stream, script, config);
        var shares = WatchSharing.Over(stream.Minutes, IsOfOneWatch(script) ? most ?? Math.Min(Environment.ProcessorCount * 3 / 2, Most) : 1);
        ServiceProvider? first = null;
        foreach (var watches in shares)
        {
            var place = Path.Combine(folder, FormattableString.Invariant($"lane-{all.lanes.Count + 1}"));
            Directory.CreateDirectory(place);
            File.WriteAllText(Path.Combine(place, "author.key"), AuthorKey);
            var clock = new VirtualClock(stream.First);
            var services = new ServiceCollection();

            // Large and never changed, or one folder for all.
            if (first is not null) services.AddSingleton(first.GetRequiredService<Notices.OutboxChannel>());
            if ((analyser ?? first?.GetRequiredService<ISentimentAnalyser>()) is { } shared) services.AddSingleton(shared);
            services.AddCrisisLocal(place, CommitMode.Grouped, clock, new FixedConfig(config), outbox);
            var provider = services.BuildServiceProvider();
            first ??= provider;
            all.lanes.Add(new DrillLane(watches, clock, provider));
        }

        return all;
    }

    /// <summary>The pipeline that has a watch.</summary>
    public IServiceProvider Of(string watch) => (lanes.Find(lane => lane.Watches.Contains(watch)) ?? lanes[0]).Services;

    /// <param name="progress">Told the rows played so far; by one lane at a time.</param>
    public async Task<DrillResult> PlayAsync(Action<int>? progress = null, CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var rows = new int[lanes.Count];
        var gate = new Lock();
        var results = await Task.WhenAll(lanes.Select((lane, i) => Task.Run(() => PlayAsync(lane, i), CancellationToken.None)));
        return DrillResult.Of(results, script);

        async Task<DrillResult> PlayAsync(DrillLane lane, int number)
        {
            try
            {
                var own = lanes.Count == 1 ? stream : stream.Only(lane.Watches);
                return await new DrillRunner(lane.Services, own, script, lane.Clock, config).RunAsync(progress is null ? null : Tell, stop.Token);
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }

            void Tell(int played)
            {
                lock (gate)
                {
                    rows[number] = played;
                    progress(rows.Sum());
                }
            }
        }
    }

    /// <summary>Commits what waits for it.</summary>
    public void Commit()
    {
        foreach (var lane in lanes) lane.Services.GetRequiredService<SqliteDatabase>().Commit();
    }

    public async ValueTask DisposeAsync()
    {
        // The first has what the others share.
        foreach (var lane in Enumerable.Reverse(lanes)) await lane.Services.DisposeAsync();
    }

    /// <summary>What a script dates, or names, may be of any watch.</summary>
    private static bool IsOfOneWatch(DrillScript script) => script.People.All(rule => rule.At is null && rule.Arguments.Count == 0);
}

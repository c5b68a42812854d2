using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Crisis.Core.Storage;

namespace Crisis.Core.Detection;

/// <summary>
/// Tables <c>bands</c> by month: what was expected of each window. A row has the bands of up to an hour of windows in a
/// row, under the begin of the first: four numbers each, since there are many.
/// </summary>
public sealed class WatchBands(IRowStore store)
{
    /// <summary>Kept as long as the windows they belong to.</summary>
    public static RetentionClass Retention { get; } = new("bands", "bands", TableSpan.Month, TimeSpan.FromDays(400), "What was expected of a window is of use as long as the window.");

    private const string Key = "yyyyMMddHHmm";

    /// <summary>Windows of a row at most.</summary>
    private const int MostInARow = 12;

    private readonly ConcurrentDictionary<string, ImmutableList<WatchBand>> _kept = new(StringComparer.Ordinal);

    /// <summary>
    /// Keeps bands in memory until the next <see cref="WriteAsync"/>, for a host that alone learns a watch and will learn
    /// these windows again after a fall.
    /// </summary>
    public void Keep(string watch, IReadOnlyList<WatchBand> bands)
    {
        if (bands.Count > 0) _kept[watch] = Kept(watch).AddRange(bands);
    }

    /// <summary>Writes bands with those that were kept, oldest first. Idempotent.</summary>
    public async ValueTask WriteAsync(string watch, IReadOnlyList<WatchBand> bands, CancellationToken cancellation = default)
    {
        // What was learned twice is the same twice.
        foreach (var month in Kept(watch).AddRange(bands).DistinctBy(band => band.Start).OrderBy(band => band.Start).GroupBy(band => Table(band.Start)))
        {
            foreach (var few in Runs(month).Chunk(RowRules.MostWrites))
            {
                await store.WriteAsync(month.Key, SafeKey.From(watch), [.. few.Select(Write)], cancellation);
            }
        }

        _kept.TryRemove(watch, out _);
    }

    /// <summary>Bands of windows with <c>from ≤ start &lt; before</c>, by start.</summary>
    public async ValueTask<IReadOnlyDictionary<DateTimeOffset, WatchBand>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default)
    {
        var bands = new Dictionary<DateTimeOffset, WatchBand>();
        for (var month = from; month < before; month = new DateTimeOffset(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1))
        {
            var range = new RowRange(Table(month), SafeKey.From(watch)) { From = Row(from - ((MostInARow - 1) * WindowCounts.Length)), Before = Row(before) };
            await foreach (var row in store.AllAsync(range, cancellation)) Add(Read(row));
        }

        if (_kept.TryGetValue(watch, out var kept)) Add(kept);
        return bands;

        void Add(IEnumerable<WatchBand> some)
        {
            foreach (var band in some)
            {
                if (band.Start >= from && band.Start < before) bands[band.Start] = band;
            }
        }
    }

    private ImmutableList<WatchBand> Kept(string watch) => _kept.GetValueOrDefault(watch, []);

    /// <summary>Windows that follow each other, in rows.</summary>
    private static IEnumerable<List<WatchBand>> Runs(IEnumerable<WatchBand> bands)
    {
        var run = new List<WatchBand>();
        foreach (var band in bands)
        {
            if (run.Count > 0 && (run.Count == MostInARow || band.Start != run[^1].Start + WindowCounts.Length))
            {
                yield return run;
                run = [];
            }

            run.Add(band);
        }

        if (run.Count > 0) yield return run;
    }

    private static string Table(DateTimeOffset start) => "bands" + start.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    private static string Row(DateTimeOffset start) => start.UtcDateTime.ToString(Key, CultureInfo.InvariantCulture);

    private static RowWrite Write(List<WatchBand> run)
    {
        var body = new StringBuilder();
        foreach (var band in run) body.Append(CultureInfo.InvariantCulture, $"{(body.Length > 0 ? ";" : "")}{band.Mentions:0.##} {band.HighMentions:0.##} {band.Negative:0.##} {band.HighNegative:0.##}");
        return RowWrite.Upsert(Row(run[0].Start), body.ToString());
    }

    private static IEnumerable<WatchBand> Read(StoredRow row)
    {
        var start = new DateTimeOffset(DateTime.ParseExact(row.Row, Key, CultureInfo.InvariantCulture), TimeSpan.Zero);
        foreach (var band in row.Body.Split(';'))
        {
            var numbers = band.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
            yield return new WatchBand(start, numbers[0], numbers[1], numbers[2], numbers[3]);
            start += WindowCounts.Length;
        }
    }
}

using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Detection;

/// <summary>Tables <c>bands</c> by month: what was expected of each window. Bodies are four numbers, since there are many.</summary>
public sealed class WatchBands(IRowStore store)
{
    /// <summary>Kept as long as the windows they belong to.</summary>
    public static RetentionClass Retention { get; } = new("bands", "bands", TableSpan.Month, TimeSpan.FromDays(400), "What was expected of a window is of use as long as the window.");

    private const string Key = "yyyyMMddHHmm";

    /// <summary>Writes bands, oldest first. Idempotent.</summary>
    public async ValueTask WriteAsync(string watch, IReadOnlyList<WatchBand> bands, CancellationToken cancellation = default)
    {
        foreach (var month in bands.GroupBy(band => Table(band.Start)))
        {
            foreach (var few in month.Chunk(100))
            {
                await store.WriteAsync(month.Key, SafeKey.From(watch), [.. few.Select(Write)], cancellation);
            }
        }
    }

    /// <summary>Bands of windows with <c>from ≤ start &lt; before</c>, by start.</summary>
    public async ValueTask<IReadOnlyDictionary<DateTimeOffset, WatchBand>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default)
    {
        var bands = new Dictionary<DateTimeOffset, WatchBand>();
        for (var month = from; month < before; month = new DateTimeOffset(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1))
        {
            var range = new RowRange(Table(month), SafeKey.From(watch)) { From = Row(from), Before = Row(before) };
            await foreach (var row in store.AllAsync(range, cancellation))
            {
                var band = Read(row);
                bands[band.Start] = band;
            }
        }

        return bands;
    }

    private static string Table(DateTimeOffset start) => "bands" + start.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    private static string Row(DateTimeOffset start) => start.UtcDateTime.ToString(Key, CultureInfo.InvariantCulture);

    private static RowWrite Write(WatchBand band) => RowWrite.Upsert(
        Row(band.Start),
        string.Create(CultureInfo.InvariantCulture, $"{band.Mentions:0.##} {band.HighMentions:0.##} {band.Negative:0.##} {band.HighNegative:0.##}"));

    private static WatchBand Read(StoredRow row)
    {
        var numbers = row.Body.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var start = new DateTimeOffset(DateTime.ParseExact(row.Row, Key, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return new WatchBand(start, numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}

using Crisis.Core.Detection;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>Reads windows: sealed ones from their row, open and reopened ones as the sum of their partial counts.</summary>
public sealed class WindowReader
{
    private readonly IRowStore _rows;
    private readonly WindowLedger _ledger;
    private readonly TimeProvider _time;

    internal WindowReader(IRowStore rows, WindowLedger ledger, TimeProvider time) => (_rows, _ledger, _time) = (rows, ledger, time);

    /// <summary>
    /// The windows of a watch that begin at <paramref name="from"/> or later and before <paramref name="before"/> (UTC),
    /// in order of time. One without any mention is left out: all its counts are 0.
    /// </summary>
    public async ValueTask<IReadOnlyList<WindowCounts>> ReadAsync(
        string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default)
    {
        var ledger = await _ledger.OfAsync(watch, cancellation);
        var first = WindowCounts.StartOf(from) is var start && start < from ? start + WindowCounts.Length : start;
        // A mark that was never set, or lies after the range, leaves nothing open in it.
        if (ledger.SealedTo is not { } sealedTo) return [];
        var windows = new List<WindowCounts>();
        if (first < sealedTo) await SealedAsync(ledger, first, Earlier(before, sealedTo), windows, cancellation);
        if (before > sealedTo) await OpenAsync(ledger, Later(first, sealedTo), before, windows, cancellation);
        return windows;
    }

    /// <summary>One window; all counts are 0 when nothing was said in it.</summary>
    public async ValueTask<WindowCounts> GetAsync(WindowKey window, CancellationToken cancellation = default) =>
        (await ReadAsync(window.Watch, window.Start, window.End, cancellation)) is [var counts] ? counts : new WindowCounts { Start = window.Start };

    private async ValueTask SealedAsync(
        WatchLedger ledger, DateTimeOffset from, DateTimeOffset before, List<WindowCounts> windows, CancellationToken cancellation)
    {
        if (FromMemory(ledger, from, before, windows)) return;
        var found = new SortedDictionary<DateTimeOffset, WindowTally>();
        for (var month = from; month < before; month = NextMonth(month))
        {
            var range = new RowRange(new WindowKey(ledger.Watch, month).SealedTable, ledger.Watch) { From = WindowKey.Text(from), Before = WindowKey.Text(Ceiling(before)) };
            await foreach (var row in _rows.AllAsync(range, cancellation))
            {
                var tally = new WindowTally();
                WindowTallyJson.AddTo(tally, row.Body);
                found[WindowKey.Parse(row.Row)] = tally;
            }
        }

        List<DateTimeOffset> reopened;
        lock (ledger.Gate)
        {
            reopened = [.. ledger.Reopened.Keys.Where(s => s >= from && s < before)];
        }

        foreach (var start in reopened) found[start] = await _ledger.SumAsync(new WindowKey(ledger.Watch, start), cancellation);
        windows.AddRange(found.Select(w => w.Value.ToCounts(w.Key)));
    }

    private static bool FromMemory(WatchLedger ledger, DateTimeOffset from, DateTimeOffset before, List<WindowCounts> windows)
    {
        lock (ledger.Gate)
        {
            if (!(from >= ledger.SealedFrom) || ledger.Reopened.Keys.Any(start => start >= from && start < before)) return false;
            foreach (var (start, counts) in ledger.Sealed)
            {
                if (start >= from && start < before) windows.Add(counts);
            }

            return true;
        }
    }

    private async ValueTask OpenAsync(
        WatchLedger ledger, DateTimeOffset from, DateTimeOffset before, List<WindowCounts> windows, CancellationToken cancellation)
    {
        if (_ledger.SoleWriter)
        {
            lock (ledger.Gate)
            {
                windows.AddRange(ledger.Open.Where(w => w.Key >= from && w.Key < before).Select(w => w.Value.ToCounts(w.Key)));
            }

            return;
        }

        var last = _ledger.LastOpen(_time.GetUtcNow());
        var starts = new List<DateTimeOffset>();
        for (var start = from; start < before && start <= last; start += WindowCounts.Length) starts.Add(start);
        foreach (var few in starts.Chunk(16))
        {
            var sums = await Task.WhenAll(few.Select(s => _ledger.SumAsync(new WindowKey(ledger.Watch, s), cancellation).AsTask()));
            windows.AddRange(few.Zip(sums).Where(w => !w.Second.IsZero).Select(w => w.Second.ToCounts(w.First)));
        }
    }

    private static DateTimeOffset NextMonth(DateTimeOffset time) => new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);

    // The text of a window start has minutes only; a bound within a minute must not lose the window that begins with it.
    private static DateTimeOffset Ceiling(DateTimeOffset time) => time.Ticks % TimeSpan.TicksPerMinute == 0 ? time : time.AddMinutes(1);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

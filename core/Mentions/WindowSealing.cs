using Crisis.Core.Detection;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// Turns windows whose grace time is over into one row each, and those that were reopened into a new one. To be called
/// by a timer, and by a drill as its clock goes on. Idempotent: a window sealed twice has the same row.
/// </summary>
public sealed class WindowSealing
{
    /// <summary>Most windows that one call seals, so that catching up after a long pause is done in steps: one day.</summary>
    public const int MostAtOnce = 288;

    /// <summary>
    /// A sole writer stores its mark this seldom. After a start the windows since are summed again, and sealing them
    /// once more finds the same row.
    /// </summary>
    private static readonly TimeSpan MarkEvery = TimeSpan.FromHours(3);

    /// <summary>How long a sole writer keeps sealed windows in memory: a crisis measures the last hour, and sums those since its last sum.</summary>
    private static readonly TimeSpan KeptSealed = TimeSpan.FromHours(2);

    /// <summary>A longer row may have lost facets that did not fit, so that it has to be read to be known.</summary>
    private const int CertainlyWhole = RowRules.LongestBody - 2_000;

    private readonly IRowStore _rows;
    private readonly WindowLedger _ledger;

    internal WindowSealing(IRowStore rows, WindowLedger ledger) => (_rows, _ledger) = (rows, ledger);

    /// <summary>Windows that begin before this are sealed, or due to be, at an instant (UTC).</summary>
    public DateTimeOffset SealedTo(DateTimeOffset now) => _ledger.LastToSeal(now) + WindowCounts.Length;

    /// <summary>Seals what is due of one watch at an instant (UTC). Returns the windows whose row is new or changed, oldest first.</summary>
    public async ValueTask<IReadOnlyList<WindowKey>> SealAsync(string watch, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var ledger = await _ledger.OfAsync(watch, cancellation);
        var due = _ledger.LastToSeal(now) + WindowCounts.Length;
        if (ledger.SealedTo is not { } from || (from >= due && ledger.Reopened.Count == 0)) return [];
        await ledger.Turn.WaitAsync(cancellation);
        try
        {
            List<WindowKey> changed = [];
            await ReopenedAsync(ledger, changed, cancellation);
            await DueAsync(ledger, due, changed, cancellation);
            changed.Sort((a, b) => a.Start.CompareTo(b.Start));
            return changed;
        }
        finally
        {
            ledger.Turn.Release();
        }
    }

    private async ValueTask DueAsync(WatchLedger ledger, DateTimeOffset due, List<WindowKey> changed, CancellationToken cancellation)
    {
        var to = ledger.SealedTo!.Value;
        var sealedBefore = changed.Count;
        foreach (var start in Starts(ledger, to, due))
        {
            to = start;
            if (changed.Count - sealedBefore >= MostAtOnce) break;
            var window = new WindowKey(ledger.Watch, start);
            if (await SealAsync(ledger, window, cancellation)) changed.Add(window);
            to = start + WindowCounts.Length;
        }

        if (_ledger.SoleWriter && changed.Count - sealedBefore < MostAtOnce && due > to) to = due;
        var behind = to - ledger.StoredSealedTo;
        if (behind >= MarkEvery || (behind > TimeSpan.Zero && !_ledger.SoleWriter)) await _ledger.MoveMarkAsync(ledger, to, cancellation);

        lock (ledger.Gate)
        {
            if (to > ledger.SealedTo) ledger.SealedTo = to;
            while (ledger.Open.Count > 0 && ledger.Open.First().Key is var first && first < to) ledger.Open.Remove(first);
            ledger.Forget(to - KeptSealed);
        }
    }

    /// <summary>Window starts to look at: a sole writer knows which have mentions.</summary>
    private List<DateTimeOffset> Starts(WatchLedger ledger, DateTimeOffset from, DateTimeOffset due)
    {
        if (_ledger.SoleWriter)
        {
            lock (ledger.Gate)
            {
                return [.. ledger.Open.Keys.TakeWhile(s => s < due)];
            }
        }

        List<DateTimeOffset> all = [];
        for (var start = from; start < due && all.Count < MostAtOnce; start += WindowCounts.Length) all.Add(start);
        return all;
    }

    private async ValueTask<bool> SealAsync(WatchLedger ledger, WindowKey window, CancellationToken cancellation)
    {
        string body;
        WindowCounts? counts = null;
        if (_ledger.SoleWriter)
        {
            lock (ledger.Gate)
            {
                var tally = ledger.OpenTally(window.Start);
                body = WindowTallyJson.Write(new CompactJson(), tally, whole: true);
                if (body.Length < CertainlyWhole) counts = tally.ToCounts(window.Start);
            }
        }
        else
        {
            var sum = await _ledger.SumAsync(window, cancellation);
            if (sum.IsZero) return false;
            body = WindowTallyJson.Write(new CompactJson(), sum, whole: true);
        }

        var outcome = await _rows.WriteAsync(window.SealedTable, window.Watch, [RowWrite.Insert(window.Row, body)], cancellation);
        if (_ledger.SoleWriter)
        {
            lock (ledger.Gate)
            {
                if (outcome.Written && counts is not null) ledger.Sealed[window.Start] = counts;
                else ledger.Forget(window.End);
            }
        }

        return outcome.Written || await SealAgainAsync(window, cancellation);
    }

    private async ValueTask ReopenedAsync(WatchLedger ledger, List<WindowKey> changed, CancellationToken cancellation)
    {
        KeyValuePair<DateTimeOffset, string>[] reopened;
        lock (ledger.Gate)
        {
            reopened = [.. ledger.Reopened];
        }

        foreach (var (start, tag) in reopened)
        {
            // Not sealed yet: its turn comes with the others. Its mark is of no use then.
            var window = new WindowKey(ledger.Watch, start);
            if (start < ledger.SealedTo && await SealAgainAsync(window, cancellation)) changed.Add(window);
            lock (ledger.Gate) ledger.Forget(window.End);
            await _ledger.CloseAsync(ledger, start, tag, cancellation);
        }
    }

    /// <summary>
    /// The row is read before the sum is taken and replaced only if nobody else did: a sealing that saw less can't
    /// overwrite one that saw more.
    /// </summary>
    private async ValueTask<bool> SealAgainAsync(WindowKey window, CancellationToken cancellation)
    {
        while (true)
        {
            var old = await _rows.GetAsync(window.SealedTable, window.Watch, window.Row, cancellation);
            var body = WindowTallyJson.Write(new CompactJson(), await _ledger.SumAsync(window, cancellation), whole: true);
            if (old?.Body == body) return false;
            RowWrite[] write = [old is null ? RowWrite.Insert(window.Row, body) : RowWrite.Replace(window.Row, body, old.ETag)];
            if ((await _rows.WriteAsync(window.SealedTable, window.Watch, write, cancellation)).Written) return true;
        }
    }
}

using System.Collections.Concurrent;
using Crisis.Core.Detection;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// Keeps account of which windows are open. A window below the mark of its watch is sealed; what lands in it afterwards
/// marks it as reopened, after the mentions are safe: when the process dies in between, the batch comes again and marks
/// it then. Whether it may be sealed is judged after the write, by the clock, so that a write that sealing did not see
/// is always marked.
/// </summary>
internal sealed class WindowLedger(IRowStore rows, MentionStoreOptions options, TimeProvider time)
{
    private const string MarkRow = "upto";
    private const string ReopenedPrefix = "re|";
    private readonly ConcurrentDictionary<string, Lazy<Task<WatchLedger>>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _marked = new(StringComparer.Ordinal);

    public bool SoleWriter => options.SoleWriter;

    /// <summary>The last window start that may be sealed at an instant.</summary>
    public DateTimeOffset LastToSeal(DateTimeOffset now) => WindowCounts.StartOf(now - WindowCounts.Length - options.Grace - options.SealMargin);

    /// <summary>The last window that can have mentions: times ahead are allowed a little.</summary>
    public DateTimeOffset LastOpen(DateTimeOffset now) => WindowCounts.StartOf(now + options.MostAhead);

    /// <summary>The account of a watch: from memory for a sole writer, else as the store has it now.</summary>
    public ValueTask<WatchLedger> OfAsync(string watch, CancellationToken cancellation)
    {
        if (!options.SoleWriter) return new(ReadAsync(watch, cancellation));
        var known = _known.GetOrAdd(watch, w => new Lazy<Task<WatchLedger>>(() => ReadWithSumsAsync(w)));
        if (!known.Value.IsFaulted) return new(known.Value);
        _known.TryRemove(new(watch, known));
        return new(known.Value);
    }

    /// <summary>Called before anything of a watch is written, so that sealing begins there.</summary>
    public async ValueTask OpenAsync(string watch, CancellationToken cancellation)
    {
        if (options.SoleWriter) await OfAsync(watch, cancellation);
        if (_marked.ContainsKey(watch)) return;
        // Whatever lies before this is late by the clock, and will be marked as reopened.
        var from = WindowCounts.StartOf(time.GetUtcNow() - options.Grace - WindowCounts.Length);
        var outcome = await rows.WriteAsync(MentionTables.Sealing, watch, [RowWrite.Insert(MarkRow, WindowKey.Text(from))], cancellation);
        if (options.SoleWriter && outcome.Written)
        {
            var ledger = await OfAsync(watch, cancellation);
            (ledger.SealedTo, ledger.StoredSealedTo, ledger.ETag) = (from, from, outcome.ETags[0]);
            lock (ledger.Gate) ledger.Forget(from);
        }

        _marked[watch] = true;
    }

    /// <summary>Tells that partial counts were stored.</summary>
    public async ValueTask CountedAsync(WindowKey window, WindowTally partial, CancellationToken cancellation)
    {
        if (!options.SoleWriter) return;
        var ledger = await OfAsync(window.Watch, cancellation);
        lock (ledger.Gate)
        {
            if (ledger.SealedTo is null || window.Start >= ledger.SealedTo) ledger.OpenTally(window.Start).Add(partial);
        }
    }

    /// <summary>Called after a window was written to: marks it as reopened when it may be sealed.</summary>
    public async ValueTask TouchedAsync(WindowKey window, CancellationToken cancellation)
    {
        if (time.GetUtcNow() < window.End + options.Grace) return;
        var outcome = await rows.WriteAsync(MentionTables.Sealing, window.Watch, [RowWrite.Upsert(ReopenedPrefix + window.Row, "{}")], cancellation);
        if (!options.SoleWriter) return;
        var ledger = await OfAsync(window.Watch, cancellation);
        lock (ledger.Gate)
        {
            ledger.Reopened[window.Start] = outcome.ETags[0];
        }
    }

    /// <summary>Stores a new mark; false when somebody else has moved it meanwhile.</summary>
    public async ValueTask<bool> MoveMarkAsync(WatchLedger ledger, DateTimeOffset to, CancellationToken cancellation)
    {
        var outcome = await rows.WriteAsync(MentionTables.Sealing, ledger.Watch, [RowWrite.Replace(MarkRow, WindowKey.Text(to), ledger.ETag!)], cancellation);
        if (outcome.Written) (ledger.StoredSealedTo, ledger.ETag) = (to, outcome.ETags[0]);
        return outcome.Written;
    }

    /// <summary>Takes a mark of reopening away, unless the window was touched again since.</summary>
    public async ValueTask CloseAsync(WatchLedger ledger, DateTimeOffset start, string tag, CancellationToken cancellation)
    {
        var outcome = await rows.WriteAsync(MentionTables.Sealing, ledger.Watch, [RowWrite.Delete(ReopenedPrefix + WindowKey.Text(start), tag)], cancellation);
        if (!outcome.Written) return;
        lock (ledger.Gate)
        {
            if (ledger.Reopened.TryGetValue(start, out var now) && now == tag) ledger.Reopened.Remove(start);
        }
    }

    /// <summary>The sum of a window's partial counts in the store.</summary>
    public async ValueTask<WindowTally> SumAsync(WindowKey window, CancellationToken cancellation)
    {
        var sum = new WindowTally();
        await foreach (var row in rows.AllAsync(RowRange.Prefix(window.MentionTable, window.Partition, MentionTables.PartialPrefix), cancellation))
            WindowTallyJson.AddTo(sum, row.Body);
        return sum;
    }

    private async Task<WatchLedger> ReadAsync(string watch, CancellationToken cancellation)
    {
        var ledger = new WatchLedger(watch);
        await foreach (var row in rows.AllAsync(new RowRange(MentionTables.Sealing, watch), cancellation))
        {
            if (row.Row == MarkRow) (ledger.SealedTo, ledger.StoredSealedTo, ledger.ETag) = (WindowKey.Parse(row.Body), WindowKey.Parse(row.Body), row.ETag);
            else ledger.Reopened[WindowKey.Parse(row.Row[ReopenedPrefix.Length..])] = row.ETag;
        }

        return ledger;
    }

    // Shared by all who ask at once, so nobody's cancellation may end it.
    private async Task<WatchLedger> ReadWithSumsAsync(string watch)
    {
        var ledger = await ReadAsync(watch, CancellationToken.None);
        if (ledger.SealedTo is not { } from) return ledger;
        ledger.Forget(from);
        for (var start = from; start <= LastOpen(time.GetUtcNow()); start += WindowCounts.Length)
        {
            var sum = await SumAsync(new WindowKey(watch, start), CancellationToken.None);
            if (!sum.IsZero) ledger.Open[start] = sum;
        }

        return ledger;
    }
}

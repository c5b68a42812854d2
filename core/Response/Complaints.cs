using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>
/// The single complaints of a crisis: table <c>complaints</c>, a partition per crisis. In a partition beside it stand
/// those that nobody has been handed yet, oldest first (<c>time|id</c>), and all of them, newest first (<c>open|time|id</c>
/// until answered, then <c>done|time|id</c>), so that a long crisis reads only what waits and what is shown.
/// </summary>
public sealed class Complaints(IRowStore store)
{
    private const string Table = "complaints", Open = "open|", Done = "done|";

    private readonly JsonRows<Complaint> _rows = new(store, Table);

    /// <summary>Notes a complaint unless it is known. The marker comes first: without its complaint it is only swept away.</summary>
    public async ValueTask<bool> AddAsync(Complaint complaint, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        if (await FindAsync(complaint.Crisis, complaint.Id, cancellation) is not null) return false;
        RowWrite[] markers = [RowWrite.Upsert(Marker(complaint), complaint.Id), RowWrite.Upsert(Newest(complaint), complaint.Id)];
        await store.WriteAsync(Table, WaitingOf(complaint.Crisis), markers, cancellation);
        return await _rows.InsertAsync(complaint.Crisis, complaint.Id, complaint, cancellation);
    }

    /// <summary>Those that nobody has been handed yet, oldest first.</summary>
    public async ValueTask<IReadOnlyList<Complaint>> WaitingAsync(string crisis, int most, CancellationToken cancellation = default)
    {
        var waiting = new List<Complaint>();
        // Times are digits, which come before the letters of the others.
        var range = new RowRange(Table, WaitingOf(crisis)) { Before = "a", Take = Math.Clamp(most, 1, RowRules.MostRows) };
        await foreach (var marker in store.AllAsync(range, cancellation))
        {
            if (await FindAsync(crisis, marker.Body, cancellation) is { RoutedAt: null, Text.Length: > 0 } complaint) waiting.Add(complaint);
            else await store.WriteAsync(Table, WaitingOf(crisis), [RowWrite.Delete(marker.Row)], cancellation);
            if (waiting.Count == most) break;
        }

        return waiting;
    }

    /// <summary>Notes that customer service has a complaint.</summary>
    public async ValueTask RoutedAsync(Complaint complaint, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        await ChangeAsync(complaint.Crisis, complaint.Id, c => c.RoutedAt is null ? c with { RoutedAt = at } : null, cancellation);
        await store.WriteAsync(Table, WaitingOf(complaint.Crisis), [RowWrite.Delete(Marker(complaint))], cancellation);
    }

    public ValueTask<Complaint?> FindAsync(string crisis, string id, CancellationToken cancellation = default) =>
        _rows.GetAsync(crisis, id, cancellation);

    /// <summary>Changes a known complaint; returning null from <paramref name="change"/> leaves it. Null when it is not known.</summary>
    public async ValueTask<Complaint?> ChangeAsync(string crisis, string id, Func<Complaint, Complaint?> change, CancellationToken cancellation = default)
    {
        Complaint? before = null;
        var after = await _rows.ChangeAsync(crisis, id, known => (before = known) is null ? null : change(known!), cancellation);
        if (after is { AnsweredAt: not null } && before!.AnsweredAt is null)
            await store.WriteAsync(Table, WaitingOf(crisis), [RowWrite.Delete(Newest(before)), RowWrite.Upsert(Newest(after), id)], cancellation);
        return after;
    }

    /// <summary>
    /// The newest that have a text, at most so many without an answer and as many with one; in no order. What one crisis
    /// shows of its complaints costs the same however many there are.
    /// </summary>
    public async ValueTask<IReadOnlyList<Complaint>> NewestAsync(string crisis, int most, CancellationToken cancellation = default)
    {
        var newest = new Dictionary<string, Complaint>(StringComparer.Ordinal);
        foreach (var prefix in (string[])[Open, Done])
        {
            var few = 0;
            await foreach (var marker in store.AllAsync(RowRange.Prefix(Table, WaitingOf(crisis), prefix) with { Take = Math.Clamp(most, 1, RowRules.MostRows) }, cancellation))
            {
                // A marker is written before its complaint and moved after its answer: it may say too much, never too little.
                if (await FindAsync(crisis, marker.Body, cancellation) is { Text.Length: > 0 } complaint && newest.TryAdd(complaint.Id, complaint)) few++;
                if (few == most) break;
            }
        }

        // A crisis of before there were such markers.
        return newest.Count > 0 ? [.. newest.Values] : [.. (await ListAsync(crisis, cancellation)).Where(c => c.Text.Length > 0)];
    }

    public ValueTask<IReadOnlyList<Complaint>> ListAsync(string crisis, CancellationToken cancellation = default) =>
        _rows.ListAsync(crisis, null, cancellation);

    /// <summary>What a crisis and its report say of its complaints, and how many rows were read for it.</summary>
    public async ValueTask<(ComplaintTotals Totals, int Rows)> CountAsync(string crisis, CancellationToken cancellation = default)
    {
        var all = await ListAsync(crisis, cancellation);
        var routed = all.Where(c => c.RoutedAt is not null).ToList();
        var minutes = routed.Where(c => c.AnsweredAt is not null).Select(c => (c.AnsweredAt!.Value - c.At).TotalMinutes).Order().ToList();
        var median = minutes.Count == 0 ? (double?)null : (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2;
        return (new ComplaintTotals(routed.Count, minutes.Count, median, routed.Count(c => c.Reaction == true), routed.Count(c => c.Reaction == false)), all.Count);
    }

    internal static string WaitingOf(string crisis) => SafeKey.From(crisis + "|waiting");

    private static string Marker(Complaint complaint) =>
        $"{complaint.At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{SafeKey.From(complaint.Id)}";

    // Ordinal order is newest first because the ticks count down.
    private static string Newest(Complaint complaint) =>
        $"{(complaint.AnsweredAt is null ? Open : Done)}{(DateTimeOffset.MaxValue.UtcTicks - complaint.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture)}|{SafeKey.From(complaint.Id)}";
}

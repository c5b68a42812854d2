using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>
/// The single complaints of a crisis: table <c>complaints</c>, a partition per crisis; those that nobody has been
/// handed yet stand in a partition beside it, oldest first, so that a long crisis reads only what waits.
/// </summary>
public sealed class Complaints(IRowStore store)
{
    private const string Table = "complaints";

    private readonly JsonRows<Complaint> _rows = new(store, Table);

    /// <summary>Notes a complaint unless it is known. The marker comes first: without its complaint it is only swept away.</summary>
    public async ValueTask<bool> AddAsync(Complaint complaint, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        if (await FindAsync(complaint.Crisis, complaint.Id, cancellation) is not null) return false;
        await store.WriteAsync(Table, WaitingOf(complaint.Crisis), [RowWrite.Upsert(Marker(complaint), complaint.Id)], cancellation);
        return await _rows.InsertAsync(complaint.Crisis, complaint.Id, complaint, cancellation);
    }

    /// <summary>Those that nobody has been handed yet, oldest first.</summary>
    public async ValueTask<IReadOnlyList<Complaint>> WaitingAsync(string crisis, int most, CancellationToken cancellation = default)
    {
        var waiting = new List<Complaint>();
        await foreach (var marker in store.AllAsync(new RowRange(Table, WaitingOf(crisis)), cancellation))
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
    public ValueTask<Complaint?> ChangeAsync(string crisis, string id, Func<Complaint, Complaint?> change, CancellationToken cancellation = default) =>
        _rows.ChangeAsync(crisis, id, known => known is null ? null : change(known), cancellation);

    public ValueTask<IReadOnlyList<Complaint>> ListAsync(string crisis, CancellationToken cancellation = default) =>
        _rows.ListAsync(crisis, null, cancellation);

    /// <summary>What a crisis and its report say of its complaints.</summary>
    public async ValueTask<ComplaintTotals> CountAsync(string crisis, CancellationToken cancellation = default)
    {
        var routed = (await ListAsync(crisis, cancellation)).Where(c => c.RoutedAt is not null).ToList();
        var minutes = routed.Where(c => c.AnsweredAt is not null).Select(c => (c.AnsweredAt!.Value - c.At).TotalMinutes).Order().ToList();
        var median = minutes.Count == 0 ? (double?)null : (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2;
        return new ComplaintTotals(routed.Count, minutes.Count, median, routed.Count(c => c.Reaction == true), routed.Count(c => c.Reaction == false));
    }

    private static string WaitingOf(string crisis) => SafeKey.From(crisis + "|waiting");

    private static string Marker(Complaint complaint) =>
        $"{complaint.At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{SafeKey.From(complaint.Id)}";
}

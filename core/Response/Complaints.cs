using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>The single complaints of a crisis: table <c>complaints</c>.</summary>
public sealed class Complaints(IRowStore store)
{
    private readonly JsonRows<Complaint> _rows = new(store, "complaints");

    /// <summary>Notes a complaint unless it is known.</summary>
    public ValueTask<bool> AddAsync(Complaint complaint, CancellationToken cancellation = default) =>
        _rows.InsertAsync(complaint.Crisis, complaint.Id, complaint, cancellation);

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
}

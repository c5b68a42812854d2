using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>The texts of drafts by crisis, draft and version: table <c>drafts</c>.</summary>
public sealed class DraftTexts(IRowStore store)
{
    private readonly JsonRows<DraftText> _rows = new(store, "drafts");

    public ValueTask<DraftText?> FindAsync(string crisis, string draft, int version, CancellationToken cancellation = default) =>
        _rows.GetAsync(crisis, Row(draft, version), cancellation);

    /// <summary>Every version of every draft, by draft then version.</summary>
    public ValueTask<IReadOnlyList<DraftText>> ListAsync(string crisis, CancellationToken cancellation = default) =>
        _rows.ListAsync(crisis, null, cancellation);

    /// <summary>Stores a version unless it is there.</summary>
    public ValueTask<bool> AddAsync(string crisis, DraftText text, CancellationToken cancellation = default) =>
        _rows.InsertAsync(crisis, Row(text.Draft, text.Version), text, cancellation);

    /// <summary>Notes who approved a version; the first approval stays.</summary>
    public async ValueTask ApproveAsync(string crisis, string draft, int version, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        await _rows.ChangeAsync(
            crisis,
            Row(draft, version),
            text => text is { ApprovedBy: null } ? text with { ApprovedBy = by, ApprovedAt = at } : null,
            cancellation);

    private static string Row(string draft, int version) => $"{draft}|{version.ToString("D4", CultureInfo.InvariantCulture)}";
}

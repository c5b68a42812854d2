using Crisis.Core.Storage;

namespace Crisis.Local.Storage;

/// <summary>A store that holds nothing and keeps nothing: for looking at settings without a data folder.</summary>
internal sealed class NoRows : IRowStore
{
    public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default) => default;

    public ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default) => new(new RowPage([], null));

    public ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default) =>
        new(new WriteOutcome(null, [.. writes.Select(_ => "")]));

    public ValueTask DropAsync(string table, CancellationToken cancellation = default) => default;

    public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default) => new([]);
}

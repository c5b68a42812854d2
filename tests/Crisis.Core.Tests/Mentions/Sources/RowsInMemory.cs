using System.Collections.Concurrent;
using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>As much of a row store as the ledger uses: single rows with tags.</summary>
public sealed class RowsInMemory : IRowStore
{
    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), StoredRow> rows = new();
    private long version;

    public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default) =>
        ValueTask.FromResult(rows.GetValueOrDefault((table, partition, row)));

    public ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default)
    {
        var write = writes.Single();
        var tag = Interlocked.Increment(ref version).ToString(CultureInfo.InvariantCulture);
        var next = new StoredRow(partition, write.Row, write.Body!, tag);
        var key = (table, partition, write.Row);
        var written = write.Kind == RowWriteKind.Insert
            ? rows.TryAdd(key, next)
            : rows.TryGetValue(key, out var last) && last.ETag == write.ETag && rows.TryUpdate(key, next, last);
        return ValueTask.FromResult(written ? new WriteOutcome(null, [tag]) : new WriteOutcome(0, []));
    }

    public ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask DropAsync(string table, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default) => throw new NotSupportedException();
}

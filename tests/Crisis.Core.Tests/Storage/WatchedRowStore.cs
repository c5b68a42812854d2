using Crisis.Core.Storage;

namespace Crisis.Core.Tests.Storage;

/// <summary>Counts what would be billed, and fails where a test wants it to.</summary>
public sealed class WatchedRowStore(IRowStore inner) : IRowStore
{
    private int _writesToLive = int.MaxValue;

    /// <summary>Requests as the cloud bills them: one a point read, page or transaction.</summary>
    public int Requests { get; private set; }

    public int Reads { get; private set; }

    /// <summary>The process dies in the write after that many more: before it is done or, with <see cref="DiesAfter"/>, right after it.</summary>
    public void DieAfterWrites(int writes, bool afterTheLast = false) => (_writesToLive, DiesAfter) = (writes, afterTheLast);

    public bool DiesAfter { get; private set; }

    public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default)
    {
        Requests++;
        Reads++;
        return inner.GetAsync(table, partition, row, cancellation);
    }

    public ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default)
    {
        Requests++;
        Reads++;
        return inner.ReadAsync(range, cancellation);
    }

    public async ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default)
    {
        Requests++;
        var dies = --_writesToLive < 0;
        if (dies && !DiesAfter) throw new IOException("The process died before the write.");
        var outcome = await inner.WriteAsync(table, partition, writes, cancellation);
        return dies ? throw new IOException("The process died after the write.") : outcome;
    }

    public ValueTask DropAsync(string table, CancellationToken cancellation = default) => inner.DropAsync(table, cancellation);

    public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default) => inner.TablesAsync(prefix, cancellation);
}

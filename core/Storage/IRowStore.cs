namespace Crisis.Core.Storage;

/// <summary>
/// Rows by table, partition and row key, in ordinal key order. Held to the stricter of Azure Tables and SQLite:
/// table names are 3 to 63 lower-case letters and digits and begin with a letter; keys are 1 to 300 characters without
/// <c>/ \ # ?</c>, control characters and surrogates (see <see cref="SafeKey"/>); a body has at most 32,000 characters,
/// all bodies of a transaction at most 600,000. <see cref="RowRules"/> checks all this for every store.
/// </summary>
public interface IRowStore
{
    /// <summary>The row, or null when it (or its table) is not there.</summary>
    ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default);

    /// <summary>One page of a range, at most <see cref="RowRange.Take"/> rows, never more than 1,000.</summary>
    ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default);

    /// <summary>
    /// All writes or none, 1 to 100 of one partition, each row at most once. Makes the table when it is missing.
    /// A failed condition (insert of a row that is there, replace of one that changed) is an outcome, not an exception.
    /// </summary>
    /// <exception cref="ArgumentException">A key, a body or the number of writes breaks the rules above.</exception>
    ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default);

    /// <summary>Drops a table with all its rows; nothing happens when it is not there.</summary>
    ValueTask DropAsync(string table, CancellationToken cancellation = default);

    /// <summary>Names of the tables that begin with the prefix, in ordinal order.</summary>
    ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default);
}

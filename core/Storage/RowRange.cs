namespace Crisis.Core.Storage;

/// <summary>
/// Rows of one partition with <c>From ≤ row &lt; Before</c> (null: open end) in ordinal order, or of a whole table
/// when <see cref="Partition"/> is null (then in order of partition, row, and the bounds still hold for the row keys). <see cref="Continuation"/> is what the
/// last page gave, opaque.
/// </summary>
public sealed record RowRange(string Table, string? Partition)
{
    public string? From { get; init; }
    public string? Before { get; init; }
    public int Take { get; init; } = 1000;
    public string? Continuation { get; init; }

    /// <summary>All rows of a partition whose key begins with the prefix.</summary>
    public static RowRange Prefix(string table, string partition, string prefix) =>
        new(table, partition) { From = prefix, Before = prefix + '\uffff' };
}

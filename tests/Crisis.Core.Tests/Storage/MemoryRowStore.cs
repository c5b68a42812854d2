using Crisis.Core.Storage;

namespace Crisis.Core.Tests.Storage;

/// <summary>A row store in memory, held to the same contract as the real ones.</summary>
public sealed class MemoryRowStore : IRowStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SortedDictionary<(string P, string R), (string Body, string Tag)>> _tables = new(StringComparer.Ordinal);
    private long _tag;

    public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey(partition, nameof(partition));
        RowRules.CheckKey(row, nameof(row));
        lock (_gate)
        {
            return new(_tables.TryGetValue(table, out var rows) && rows.TryGetValue((partition, row), out var found)
                ? new StoredRow(partition, row, found.Body, found.Tag)
                : null);
        }
    }

    public ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default)
    {
        RowRules.Check(range);
        lock (_gate)
        {
            if (!_tables.TryGetValue(range.Table, out var rows)) return new(new RowPage([], null));
            var after = range.Continuation?.Split('\n');
            var found = rows
                .Where(r => (range.Partition is null || r.Key.P == range.Partition)
                    && (range.From is null || string.CompareOrdinal(r.Key.R, range.From) >= 0)
                    && (range.Before is null || string.CompareOrdinal(r.Key.R, range.Before) < 0)
                    && (after is null || Order.Compare(r.Key, (after[0], after[1])) > 0))
                .Take(range.Take + 1)
                .Select(r => new StoredRow(r.Key.P, r.Key.R, r.Value.Body, r.Value.Tag))
                .ToList();
            if (found.Count <= range.Take) return new(new RowPage(found, null));
            found.RemoveAt(range.Take);
            return new(new RowPage(found, $"{found[^1].Partition}\n{found[^1].Row}"));
        }
    }

    public ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default)
    {
        RowRules.Check(table, partition, writes);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_tables.TryGetValue(table, out var rows)) _tables[table] = rows = new(Order);
            for (var i = 0; i < writes.Count; i++)
            {
                var there = rows.TryGetValue((partition, writes[i].Row), out var old);
                var holds = writes[i].Kind switch
                {
                    RowWriteKind.Insert => !there,
                    RowWriteKind.Upsert => true,
                    _ => there && (writes[i].ETag is null || writes[i].ETag == old.Tag),
                };
                if (!holds) return new(new WriteOutcome(i, []));
            }

            var tags = new List<string>();
            foreach (var write in writes)
            {
                tags.Add(write.Kind == RowWriteKind.Delete ? "" : $"{++_tag}");
                if (write.Kind == RowWriteKind.Delete) rows.Remove((partition, write.Row));
                else rows[(partition, write.Row)] = (write.Body!, tags[^1]);
            }

            return new(new WriteOutcome(null, tags));
        }
    }

    public ValueTask DropAsync(string table, CancellationToken cancellation = default)
    {
        RowRules.CheckTable(table);
        lock (_gate)
        {
            _tables.Remove(table);
        }

        return default;
    }

    public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default)
    {
        RowRules.CheckTablePrefix(prefix);
        lock (_gate)
        {
            return new([.. _tables.Keys.Where(t => t.StartsWith(prefix, StringComparison.Ordinal))]);
        }
    }

    private static readonly Comparer<(string P, string R)> Order = Comparer<(string P, string R)>.Create((a, b) =>
        string.CompareOrdinal(a.P, b.P) is var p and not 0 ? p : string.CompareOrdinal(a.R, b.R));
}

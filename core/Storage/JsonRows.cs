using System.Collections.Concurrent;
using System.Text.Json;

namespace Crisis.Core.Storage;

/// <summary>
/// One table whose rows are JSON of one type. Partitions and rows are native ids: they are made safe here, so that
/// an order by row key is the native order only for ids of plain characters. A row that has not changed since it was
/// read or written last (its tag says so) is not parsed again, so the type must be immutable.
/// </summary>
public sealed class JsonRows<T>(IRowStore store, string table)
    where T : class
{
    private const int MostKnown = 64;

    private readonly ConcurrentDictionary<(string Partition, string Row), (string ETag, T Value)> _known = new();

    /// <summary>The row, or null when there is none.</summary>
    public async ValueTask<T?> GetAsync(string partition, string row, CancellationToken cancellation = default) =>
        await store.GetAsync(table, SafeKey.From(partition), SafeKey.From(row), cancellation) is { } found ? Known(found) : null;

    /// <summary>Writes the row unless it is there. False when it was there: nothing changed.</summary>
    public async ValueTask<bool> InsertAsync(string partition, string row, T value, CancellationToken cancellation = default)
    {
        var write = RowWrite.Insert(SafeKey.From(row), Write(value));
        return await WriteAsync(SafeKey.From(partition), write, value, cancellation);
    }

    /// <summary>Writes the row, whether it is there or not.</summary>
    public async ValueTask UpsertAsync(string partition, string row, T value, CancellationToken cancellation = default) =>
        await WriteAsync(SafeKey.From(partition), RowWrite.Upsert(SafeKey.From(row), Write(value)), value, cancellation);

    /// <summary>
    /// Reads, changes and writes back until nobody came in between. <paramref name="change"/> gets null when there is
    /// no row and returns null to leave everything as it is. Returns what stands there now.
    /// </summary>
    public async ValueTask<T?> ChangeAsync(string partition, string row, Func<T?, T?> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var found = await store.GetAsync(table, SafeKey.From(partition), SafeKey.From(row), cancellation);
            var before = found is null ? null : Known(found);
            if (change(before) is not { } after) return before;
            var write = found is null
                ? RowWrite.Insert(SafeKey.From(row), Write(after))
                : RowWrite.Replace(found.Row, Write(after), found.ETag);
            if (await WriteAsync(SafeKey.From(partition), write, after, cancellation)) return after;
        }
    }

    /// <summary>Every row of a partition in key order, or of those that begin with the (plain) prefix.</summary>
    public async ValueTask<IReadOnlyList<T>> ListAsync(string partition, string? prefix = null, CancellationToken cancellation = default)
    {
        var key = SafeKey.From(partition);
        var all = new List<T>();
        await foreach (var row in store.AllAsync(prefix is null ? new RowRange(table, key) : RowRange.Prefix(table, key, prefix), cancellation))
        {
            all.Add(Read(row.Body));
        }

        return all;
    }

    private T Known(StoredRow row)
    {
        if (_known.TryGetValue((row.Partition, row.Row), out var known) && known.ETag == row.ETag) return known.Value;
        var value = Read(row.Body);
        Keep((row.Partition, row.Row), row.ETag, value);
        return value;
    }

    private async ValueTask<bool> WriteAsync(string partition, RowWrite write, T value, CancellationToken cancellation)
    {
        var outcome = await store.WriteAsync(table, partition, [write], cancellation);
        if (outcome.Written) Keep((partition, write.Row), outcome.ETags[0], value);
        return outcome.Written;
    }

    private void Keep((string Partition, string Row) key, string etag, T value)
    {
        // Its number is asked for only when one is added: that takes every lock.
        if (!_known.ContainsKey(key) && _known.Count >= MostKnown) _known.Clear();
        _known[key] = (etag, value);
    }

    private static T Read(string body) => JsonSerializer.Deserialize<T>(body, CrisisJson.Options)!;

    private static string Write(T value) => JsonSerializer.Serialize(value, CrisisJson.Options);
}

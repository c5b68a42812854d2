using System.Globalization;
using Crisis.Core.Storage;
using SQLitePCL;

namespace Crisis.Local.Storage;

/// <summary>The row store on SQLite. Calls return completed: SQLite has no asynchronous calls, and none takes long.</summary>
public sealed class SqliteRowStore : IRowStore, IDisposable
{
    private const char EndOfKeys = '\uffff';
    private readonly SqliteDatabase _database;
    private readonly SqliteTables _tables;
    private long _written;

    /// <param name="database">Shared with the queue; not disposed by this store.</param>
    public SqliteRowStore(SqliteDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        _tables = new SqliteTables(database);
    }

    /// <summary>Rows written so far, deletions included, for figures.</summary>
    public long RowsWritten => Interlocked.Read(ref _written);

    public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey(partition, nameof(partition));
        RowRules.CheckKey(row, nameof(row));
        cancellation.ThrowIfCancellationRequested();
        return new(_database.Read(() => WithTable<StoredRow?>(table, make: false, null, found =>
        {
            var get = found.Get;
            get.Bind(1, partition);
            get.Bind(2, row);
            var result = get.Step() ? new StoredRow(partition, row, get.Text(0), Tag(get.Number(1))) : null;
            get.Reset();
            return result;
        })));
    }

    public ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default)
    {
        RowRules.Check(range);
        cancellation.ThrowIfCancellationRequested();
        return new(_database.Read(() => WithTable(range.Table, make: false, new RowPage([], null), found => Page(found, range))));
    }

    public ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default)
    {
        RowRules.Check(table, partition, writes);
        cancellation.ThrowIfCancellationRequested();
        var tags = new string[writes.Count];
        int? conflict = null;
        // Inserts alone undo themselves; the savepoint is only for what can't.
        var insertsOnly = writes.Count == 1 || AllInserts(writes);
        _database.Change(insertsOnly, () => WithTable(table, make: true, false, found =>
        {
            conflict = Write(found, partition, writes, tags, insertsOnly);
            return conflict is null;
        }));
        if (conflict is not null) return new(new WriteOutcome(conflict, []));
        Interlocked.Add(ref _written, writes.Count);
        return new(new WriteOutcome(null, tags));
    }

    public ValueTask DropAsync(string table, CancellationToken cancellation = default)
    {
        RowRules.CheckTable(table);
        cancellation.ThrowIfCancellationRequested();
        _database.Change(cleansUp: true, () =>
        {
            _tables.Forget(table);
            using var drop = _database.Prepare($"DROP TABLE IF EXISTS {SqliteTable.Prefix}{table}");
            drop.Run();
            return true;
        });
        return default;
    }

    public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default)
    {
        RowRules.CheckTablePrefix(prefix);
        cancellation.ThrowIfCancellationRequested();
        return new(_database.Read<IReadOnlyList<string>>(() =>
        {
            using var list = _database.Prepare("SELECT name FROM sqlite_schema WHERE type='table' AND name>=?1 AND name<?2 ORDER BY name");
            list.Bind(1, SqliteTable.Prefix + prefix);
            list.Bind(2, SqliteTable.Prefix + prefix + EndOfKeys);
            var names = new List<string>();
            while (list.Step()) names.Add(list.Text(0)[SqliteTable.Prefix.Length..]);
            return names;
        }));
    }

    public void Dispose() => _database.Read(() =>
    {
        _tables.Dispose();
        return true;
    });

    private static RowPage Page(SqliteTable table, RowRange range)
    {
        var rows = new List<StoredRow>(Math.Min(range.Take, 64));
        var take = range.Take;
        string from = range.From ?? "", before = range.Before ?? EndOfKeys.ToString();
        var after = Continuation.Parse(range.Continuation);
        SqliteStatement query;
        if (range.Partition is { } partition)
        {
            query = table.Page;
            query.Bind(1, partition);
            query.Bind(2, after is { } next ? next.Row : from);
            query.Bind(3, before);
            query.Bind(4, take + 1);
        }
        else
        {
            query = table.Scan;
            query.Bind(1, after?.Partition ?? "");
            query.Bind(2, after?.Row ?? "");
            query.Bind(3, from);
            query.Bind(4, before);
            query.Bind(5, take + 1);
        }

        string? continuation = null;
        while (query.Step())
        {
            if (rows.Count == take)
            {
                continuation = new Continuation(query.Text(0), query.Text(1)).ToString();
                break;
            }

            rows.Add(new StoredRow(range.Partition ?? query.Text(0), query.Text(1), query.Text(2), Tag(query.Number(3))));
        }

        query.Reset();
        return new RowPage(rows, continuation);
    }

    private int? Write(SqliteTable table, string partition, IReadOnlyList<RowWrite> writes, string[] tags, bool undo)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            var write = writes[i];
            if (Apply(table, partition, write, firstOfKind: i == 0 || writes[i - 1].Kind != write.Kind, out tags[i])) continue;
            for (var j = 0; undo && j < i; j++) Apply(table, partition, RowWrite.Delete(writes[j].Row), firstOfKind: true, out _);
            return i;
        }

        return null;
    }

    private bool Apply(SqliteTable table, string partition, RowWrite write, bool firstOfKind, out string tag)
    {
        var statement = write.Kind switch
        {
            RowWriteKind.Insert => table.Insert,
            RowWriteKind.Upsert => table.Upsert,
            RowWriteKind.Replace => table.Replace,
            _ => write.ETag is null ? table.Delete : table.DeleteTagged,
        };
        if (firstOfKind || write.Kind == RowWriteKind.Delete) statement.Bind(1, partition);
        statement.Bind(2, write.Row);
        tag = "";
        if (write.Kind == RowWriteKind.Delete)
        {
            if (write.ETag is not null) statement.Bind(3, Version(write.ETag));
        }
        else
        {
            var version = _database.NewTag();
            tag = Tag(version);
            statement.Bind(3, write.Body!);
            statement.Bind(4, version);
            if (write.Kind == RowWriteKind.Replace) statement.Bind(5, Version(write.ETag!));
        }

        return statement.Run() == 1;
    }

    /// <summary>Does it again once when another process has dropped the table meanwhile.</summary>
    private T WithTable<T>(string name, bool make, T none, Func<SqliteTable, T> use)
    {
        if (_tables.Find(name, make) is not { } table) return none;
        try
        {
            return use(table);
        }
        catch (SqliteFailure e) when (e.Code == raw.SQLITE_ERROR && !_tables.Exists(name))
        {
            _tables.Forget(name);
            return _tables.Find(name, make) is { } again ? use(again) : none;
        }
    }

    private static bool AllInserts(IReadOnlyList<RowWrite> writes)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            if (writes[i].Kind != RowWriteKind.Insert) return false;
        }

        return true;
    }

    private static string Tag(long version) => version.ToString("x", CultureInfo.InvariantCulture);

    private static long Version(string tag) =>
        long.TryParse(tag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version) ? version : -1;
}

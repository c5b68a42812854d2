using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Local.Storage;

namespace Crisis.Local.Tests.Storage;

public sealed class SqliteHarness : IRowStoreHarness
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteRowStore _rows;
    private int _tables;

    public SqliteHarness(CommitMode mode)
    {
        _database = SqliteDatabase.Open(_folder.Path, mode, TimeProvider.System);
        _rows = new SqliteRowStore(_database);
    }

    public IRowStore Rows => _rows;

    public string NewTable() => $"table{_tables++}x";

    public ValueTask DisposeAsync()
    {
        _rows.Dispose();
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

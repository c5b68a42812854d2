namespace Crisis.Local.Storage;

/// <summary>
/// The tables in use, with their statements: at most <see cref="Most"/>, the longest unused one goes first. Which
/// tables exist is asked of the database once each; another process may make or drop one, so a missing table is
/// told by the statement that fails, not by this list alone.
/// </summary>
internal sealed class SqliteTables(SqliteDatabase database) : IDisposable
{
    private const int Most = 96;
    private readonly Dictionary<string, (SqliteTable Table, long Used)> _open = new(StringComparer.Ordinal);
    private SqliteStatement? _exists;
    private long _clock;

    /// <summary>The table, or null when it is not there and shall not be made.</summary>
    public SqliteTable? Find(string name, bool make)
    {
        if (_open.TryGetValue(name, out var known))
        {
            _open[name] = (known.Table, ++_clock);
            return known.Table;
        }

        if (!make && !Exists(name)) return null;
        var table = new SqliteTable(database, name);
        if (make) table.Create();
        if (_open.Count >= Most) Forget(_open.MinBy(t => t.Value.Used).Key);
        _open[name] = (table, ++_clock);
        return table;
    }

    /// <summary>Lets go of a table's statements, before it is dropped or after it was found missing.</summary>
    public void Forget(string name)
    {
        if (_open.Remove(name, out var known)) known.Table.Dispose();
    }

    public bool Exists(string name)
    {
        _exists ??= database.Prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?1");
        _exists.Bind(1, SqliteTable.Prefix + name);
        var found = _exists.Step();
        _exists.Reset();
        return found;
    }

    public void Dispose()
    {
        _exists?.Dispose();
        foreach (var name in _open.Keys.ToArray()) Forget(name);
    }
}

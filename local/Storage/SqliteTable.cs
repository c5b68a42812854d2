namespace Crisis.Local.Storage;

/// <summary>
/// One table of the row store: a table of its own in SQLite, clustered by partition and row, so that neighbours lie
/// together, keys stay short and dropping is one statement. Prepared statements are made when first used.
/// </summary>
internal sealed class SqliteTable(SqliteDatabase database, string name) : IDisposable
{
    /// <summary>Before the name of each physical table, so that no name meets one of SQLite's own.</summary>
    public const string Prefix = "rows_";

    private readonly string _table = Prefix + name;
    private SqliteStatement? _get, _page, _scan, _insert, _upsert, _replace, _delete, _deleteTagged;

    /// <summary>Makes the table when it is missing.</summary>
    public void Create()
    {
        using var create = database.Prepare(
            $"CREATE TABLE IF NOT EXISTS {_table}(p TEXT NOT NULL, r TEXT NOT NULL, b TEXT NOT NULL, v INTEGER NOT NULL, PRIMARY KEY(p,r)) WITHOUT ROWID");
        create.Run();
    }

    public SqliteStatement Get => _get ??= database.Prepare($"SELECT b,v FROM {_table} WHERE p=?1 AND r=?2");

    /// <summary>Rows of partition 1 from row 2 to before row 3, at most 4.</summary>
    public SqliteStatement Page => _page ??= database.Prepare($"SELECT p,r,b,v FROM {_table} WHERE p=?1 AND r>=?2 AND r<?3 ORDER BY r LIMIT ?4");

    /// <summary>Rows from partition 1, row 2 on, whose row lies between 3 and before 4, at most 5.</summary>
    public SqliteStatement Scan => _scan ??= database.Prepare(
        $"SELECT p,r,b,v FROM {_table} WHERE (p,r)>=(?1,?2) AND r>=?3 AND r<?4 ORDER BY p,r LIMIT ?5");

    public SqliteStatement Insert => _insert ??= database.Prepare($"INSERT INTO {_table}(p,r,b,v) VALUES(?1,?2,?3,?4) ON CONFLICT DO NOTHING");

    public SqliteStatement Upsert => _upsert ??= database.Prepare(
        $"INSERT INTO {_table}(p,r,b,v) VALUES(?1,?2,?3,?4) ON CONFLICT(p,r) DO UPDATE SET b=excluded.b,v=excluded.v");

    public SqliteStatement Replace => _replace ??= database.Prepare($"UPDATE {_table} SET b=?3,v=?4 WHERE p=?1 AND r=?2 AND v=?5");

    public SqliteStatement Delete => _delete ??= database.Prepare($"DELETE FROM {_table} WHERE p=?1 AND r=?2");

    public SqliteStatement DeleteTagged => _deleteTagged ??= database.Prepare($"DELETE FROM {_table} WHERE p=?1 AND r=?2 AND v=?3");

    public void Dispose()
    {
        foreach (var s in new[] { _get, _page, _scan, _insert, _upsert, _replace, _delete, _deleteTagged }) s?.Dispose();
    }
}

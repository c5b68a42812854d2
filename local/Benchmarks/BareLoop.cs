using Crisis.Core.Mentions;
using Microsoft.Data.Sqlite;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// What one would write without a product: one table, one prepared insert, the rows ready made. Same file settings as
/// the store. The measure that the pipeline is held against.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _partition, _row, _body;
    private readonly int _group;
    private SqliteTransaction? _transaction;
    private int _waiting;

    /// <param name="group">Rows that share a commit at least; 1 commits every batch.</param>
    public BareLoop(string file, int group)
    {
        _group = group;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
        Execute("CREATE TABLE mentions(p TEXT NOT NULL, r TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY(p,r)) WITHOUT ROWID");
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO mentions(p,r,b) VALUES($p,$r,$b)";
        _partition = _insert.Parameters.Add("$p", SqliteType.Text);
        _row = _insert.Parameters.Add("$r", SqliteType.Text);
        _body = _insert.Parameters.Add("$b", SqliteType.Text);
        _insert.Prepare();
    }

    public void Insert(IReadOnlyList<StoredMentionRow> batch)
    {
        _transaction ??= _connection.BeginTransaction();
        _insert.Transaction = _transaction;
        foreach (var row in batch)
        {
            _partition.Value = row.Partition;
            _row.Value = row.Row;
            _body.Value = row.Body;
            _insert.ExecuteNonQuery();
        }

        if ((_waiting += batch.Count) >= _group) Commit();
    }

    public void Commit()
    {
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;
        _waiting = 0;
    }

    public void Dispose()
    {
        Commit();
        _insert.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

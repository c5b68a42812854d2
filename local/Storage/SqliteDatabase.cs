using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Crisis.Local.Storage;

/// <summary>
/// The one database file of a data folder, <c>crisis.db</c>: one connection, one writer at a time, write-ahead log.
/// With <see cref="CommitMode.EachWrite"/> every change is committed when it returns and survives a killed process.
/// With <see cref="CommitMode.Grouped"/> changes are committed together, at the latest after <see cref="GroupSize"/> of
/// them or <see cref="GroupTime"/>, and when disposed; a power cut may cost the whole file.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    public const string FileName = "crisis.db";

    /// <summary>Changes that share a commit at most.</summary>
    public const int GroupSize = 5_000;

    /// <summary>Longest time that a change waits for its commit while others follow.</summary>
    public static readonly TimeSpan GroupTime = TimeSpan.FromSeconds(1);

    private const int TagBlock = 1 << 20;
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly string _folder;
    private readonly CommitMode _mode;
    private readonly TimeProvider _time;
    private readonly SqliteStatement _begin, _commit, _rollback, _savepoint, _release, _rollbackTo, _reserve;
    private bool _open;
    private int _grouped;
    private long _groupSince, _nextTag, _lastTag;

    private SqliteDatabase(SqliteConnection connection, string folder, CommitMode mode, TimeProvider time)
    {
        (_connection, _folder, _mode, _time) = (connection, folder, mode, time);
        // What starts anew after a crash, and is nobody else's, waits neither for the disk nor for a second copy in a log.
        Execute(mode == CommitMode.Grouped
            ? "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;"
            : "PRAGMA synchronous=NORMAL; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;");
        Execute("CREATE TABLE IF NOT EXISTS tags(one INTEGER PRIMARY KEY CHECK(one=1), next INTEGER NOT NULL); INSERT OR IGNORE INTO tags VALUES(1,1);");
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _savepoint = Prepare("SAVEPOINT w");
        _release = Prepare("RELEASE w");
        _rollbackTo = Prepare("ROLLBACK TO w");
        _reserve = Prepare("UPDATE tags SET next=next+?1 WHERE one=1 RETURNING next");
    }

    /// <summary>Opens, and makes when missing, the database of a folder.</summary>
    /// <param name="patience">How long a call waits for another process to let go; ten seconds when not said.</param>
    /// <exception cref="StoreException">The folder can't be written, the file is damaged or locked; says what to do.</exception>
    public static SqliteDatabase Open(string folder, CommitMode mode, TimeProvider time, TimeSpan? patience = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, e);
        }

        var text = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), Pooling = false };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            var wait = patience ?? TimeSpan.FromSeconds(10);
            connection.DefaultTimeout = Math.Max(1, (int)wait.TotalSeconds);
            raw.sqlite3_busy_timeout(connection.Handle, (int)wait.TotalMilliseconds);
            return new SqliteDatabase(connection, folder, mode, time);
        }
        catch (Exception e) when (e is SqliteException or SqliteFailure)
        {
            connection.Dispose();
            throw InWords(folder, e is SqliteException s ? s.SqliteErrorCode : ((SqliteFailure)e).Code, e);
        }
    }

    /// <summary>Number of commits so far, for figures.</summary>
    public long Commits { get; private set; }

    internal SqliteStatement Prepare(string sql) => new(_connection.Handle!, sql);

    /// <summary>A number that no row had before, in this process or an earlier one.</summary>
    internal long NewTag()
    {
        if (_nextTag == _lastTag)
        {
            _reserve.Bind(1, TagBlock);
            _reserve.Step();
            _lastTag = _reserve.Number(0);
            _reserve.Reset();
            _nextTag = _lastTag - TagBlock;
        }

        return _nextTag++;
    }

    internal T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return Guard(read);
        }
    }

    /// <summary>Runs a change; it returns whether it shall stay. What it did is undone when not, or when it throws.</summary>
    /// <param name="cleansUp">The change leaves nothing behind when it returns false (so that it needs no savepoint in a group).</param>
    internal bool Change(bool cleansUp, Func<bool> change)
    {
        lock (_gate)
        {
            return Guard(() => _mode == CommitMode.EachWrite ? Alone(change) : Grouped(cleansUp, change));
        }
    }

    /// <summary>Commits what waits for it.</summary>
    public void Commit()
    {
        lock (_gate)
        {
            Guard(() =>
            {
                CommitGroup();
                return true;
            });
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_connection.State == System.Data.ConnectionState.Closed) return;
            CommitGroup();
            foreach (var s in new[] { _begin, _commit, _rollback, _savepoint, _release, _rollbackTo, _reserve }) s.Dispose();
            _connection.Dispose();
        }
    }

    private bool Alone(Func<bool> change)
    {
        _begin.Run();
        try
        {
            if (change())
            {
                _commit.Run();
                Commits++;
                return true;
            }
        }
        catch
        {
            _rollback.Run();
            throw;
        }

        _rollback.Run();
        return false;
    }

    private bool Grouped(bool cleansUp, Func<bool> change)
    {
        if (!_open)
        {
            _begin.Run();
            (_open, _grouped, _groupSince) = (true, 0, _time.GetTimestamp());
        }

        if (!cleansUp) _savepoint.Run();
        bool kept;
        try
        {
            kept = change();
        }
        catch
        {
            // What failed half-way takes its group with it: a drill that meets a full disk ends here anyway.
            _rollback.Run();
            _open = false;
            throw;
        }

        if (!cleansUp)
        {
            if (!kept) _rollbackTo.Run();
            _release.Run();
        }

        if (++_grouped >= GroupSize || ((_grouped & 63) == 0 && _time.GetElapsedTime(_groupSince) > GroupTime)) CommitGroup();
        return kept;
    }

    private void CommitGroup()
    {
        if (!_open) return;
        _commit.Run();
        _open = false;
        Commits++;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private T Guard<T>(Func<T> action)
    {
        ObjectDisposedException.ThrowIf(_connection.State == System.Data.ConnectionState.Closed, this);
        try
        {
            return action();
        }
        catch (SqliteFailure e)
        {
            throw InWords(_folder, e.Code, e);
        }
    }

    private static StoreException InWords(string folder, int code, Exception e) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreException(
            $"The database in '{folder}' is locked by {DataFolderLock.Owner(folder)}. Stop it, or try again when it has finished.", e),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StoreException(
            $"'{Path.Combine(folder, FileName)}' is damaged or not a database of this product ({e.Message}). Move it away and start again, or restore it from a backup.", e),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => Unwritable(folder, e),
        raw.SQLITE_FULL => new StoreException($"The disk of '{folder}' is full. Make room; nothing was lost but the last write.", e),
        _ => new StoreException($"The database in '{folder}' failed: {e.Message}.", e),
    };

    private static StoreException Unwritable(string folder, Exception e) =>
        new($"The data folder '{folder}' can't be written ({e.Message}). Give this user the right to, or choose another folder with --data.", e);
}

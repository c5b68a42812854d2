using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Crisis.Local.Storage;

/// <summary>
/// A prepared statement, used again and again. Bound values stay bound between runs, so that what a batch shares is
/// bound once. This is the native call with nothing around it: the store's hot path.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        var code = raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement);
        if (code != raw.SQLITE_OK) throw new SqliteFailure(code, raw.sqlite3_errmsg(connection).utf8_to_string());
    }

    public void Bind(int index, long value) => Check(raw.sqlite3_bind_int64(_statement, index, value));

    public void Bind(int index, string value)
    {
        const int OnStack = 1024;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= OnStack)
        {
            Span<byte> small = stackalloc byte[OnStack];
            BindBytes(index, small[..Encoding.UTF8.GetBytes(value, small)]);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        BindBytes(index, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>One step: true when there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        var message = raw.sqlite3_errmsg(_connection).utf8_to_string();
        Reset();
        throw new SqliteFailure(code, message);
    }

    /// <summary>Runs a statement that returns nothing; how many rows it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(_connection);
    }

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void BindBytes(int index, ReadOnlySpan<byte> value) =>
        // An empty span would bind NULL, an empty string binds an empty text.
        Check(value.IsEmpty ? raw.sqlite3_bind_text(_statement, index, "") : raw.sqlite3_bind_text(_statement, index, value));

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteFailure(code, raw.sqlite3_errmsg(_connection).utf8_to_string());
    }
}

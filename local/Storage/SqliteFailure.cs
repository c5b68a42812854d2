namespace Crisis.Local.Storage;

/// <summary>What SQLite answered; <see cref="SqliteDatabase"/> turns it into words for a person.</summary>
internal sealed class SqliteFailure(int code, string message) : Exception(message)
{
    /// <summary>Primary result code, such as 5 (busy) or 11 (corrupt).</summary>
    public int Code { get; } = code & 0xff;
}

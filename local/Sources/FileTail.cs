using System.Text;

namespace Crisis.Local.Sources;

/// <summary>
/// Reads the complete records behind a place of a file. A last line without its line break is still being written, and
/// is left for later.
/// </summary>
internal sealed class FileTail(string path, bool quoted)
{
    /// <summary>A longer record is no mention: it is skipped and told.</summary>
    public const int LongestRecord = 1024 * 1024;

    /// <summary>A file that is complete has a last record even without a line break at its end.</summary>
    public bool TakesLastLine { get; init; }

    public FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);

    /// <summary>The one record that begins at a place of an open file.</summary>
    public FileRecord ReadOne(Stream stream, long offset, int line) => Read(stream, offset, line, 1, 4 * 1024).Records[0];

    /// <summary>The records, and the place behind them.</summary>
    public (IReadOnlyList<FileRecord> Records, long Offset, int Line) Read(long offset, int line, int most)
    {
        using var stream = Open();
        return Read(stream, offset, line, most, 64 * 1024);
    }

    private (IReadOnlyList<FileRecord> Records, long Offset, int Line) Read(Stream stream, long offset, int line, int most, int size)
    {
        stream.Position = offset;
        var records = new List<FileRecord>();
        var record = new MemoryStream();
        var buffer = new byte[size];
        long start = offset, at = offset;
        int startLine = line, read;
        bool inQuotes = false, closed = false, fieldStart = true, tooLong = false;
        while (records.Count < most && (read = stream.Read(buffer)) > 0)
        {
            for (var i = 0; i < read && records.Count < most; i++)
            {
                at++;
                var b = buffer[i];
                if (quoted && b == '"' && !tooLong)
                {
                    // A quote opens at a field's beginning only; doubled, it stands for itself.
                    var opens = !inQuotes && (fieldStart || closed);
                    (closed, inQuotes) = (inQuotes, opens);
                }
                else
                {
                    closed = false;
                }

                fieldStart = b is (byte)',' or (byte)';' or (byte)'\t' or (byte)'\n';
                if (b != '\n')
                {
                    if (record.Length < LongestRecord) record.WriteByte(b);
                    else (tooLong, inQuotes) = (true, false);
                    continue;
                }

                line++;
                if (inQuotes)
                {
                    record.WriteByte(b);
                    continue;
                }

                Add(records, record, tooLong, start, startLine);
                record.SetLength(0);
                (start, startLine, tooLong) = (at, line, false);
            }
        }

        if (TakesLastLine && at > start && records.Count < most)
        {
            Add(records, record, tooLong, start, startLine);
            (start, startLine) = (at, line + 1);
        }

        return (records, start, startLine);
    }

    private static void Add(List<FileRecord> records, MemoryStream record, bool tooLong, long start, int line)
    {
        var bytes = record.GetBuffer().AsSpan(0, (int)record.Length);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        var text = Encoding.UTF8.GetString(bytes).TrimEnd('\r');
        if (tooLong) records.Add(new FileRecord(null, start, line));
        else if (!string.IsNullOrWhiteSpace(text)) records.Add(new FileRecord(text, start, line));
    }
}

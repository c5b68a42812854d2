using System.Text;

namespace Crisis.Local.Sources;

/// <summary>
/// Cuts bytes into records. In a CSV a quoted field may hold line breaks (RFC 4180); a quote that is never closed would
/// swallow what follows, so that a record which turns out to be none is given up: its first line is told, and reading
/// goes on behind that line.
/// </summary>
internal sealed class RecordScan(bool quoted, long offset, int line) : IDisposable
{
    /// <summary>A mention with more lines is none: its quote was never closed.</summary>
    private const int MostLines = 500;

    private readonly MemoryStream record = new();
    private readonly List<FileRecord> records = [];
    private long at = offset;
    private int lineNow = line;
    private long behindFirstLine;
    private bool inQuotes, closed, tooLong, fieldStart = true;

    public IReadOnlyList<FileRecord> Records => records;

    /// <summary>Where the next record begins.</summary>
    public long Start { get; private set; } = offset;

    public int StartLine { get; private set; } = line;

    /// <summary>The record cannot be one; <see cref="ReadOnFrom"/> must be called.</summary>
    public bool Astray { get; private set; }

    private bool ManyLines => lineNow > StartLine;

    public void Dispose() => record.Dispose();

    public void Take(byte b)
    {
        at++;
        if (quoted && !tooLong) Quote(b);
        fieldStart = b is (byte)',' or (byte)';' or (byte)'\t' or (byte)'\n';
        if (b != '\n')
        {
            if (record.Length < LongestRecord) record.WriteByte(b);
            else if (inQuotes && ManyLines) Astray = true;
            else (tooLong, inQuotes) = (true, false);
            return;
        }

        lineNow++;
        if (!inQuotes)
        {
            End(tooLong ? FileTail.TooLong : null);
            return;
        }

        if (behindFirstLine == 0) behindFirstLine = at;
        record.WriteByte(b);
        Astray = lineNow - StartLine > MostLines;
    }

    /// <summary>Gives the record up and says where to read on.</summary>
    public long ReadOnFrom()
    {
        var place = behindFirstLine;
        (at, lineNow, Astray) = (place, StartLine + 1, false);
        (inQuotes, closed, fieldStart) = (false, false, true);
        End(FileTail.Unclosed);
        return place;
    }

    /// <summary>At the end of the file: whether a quote is still open that began on an earlier line; then it is given up.</summary>
    public bool CloseOpenQuote() => Astray = inQuotes && ManyLines;

    /// <summary>The rest, when nothing follows it.</summary>
    public void TakeLast()
    {
        if (at == Start) return;
        lineNow++;
        End(tooLong ? FileTail.TooLong : inQuotes ? FileTail.Unclosed : null);
    }

    private static int LongestRecord => FileTail.LongestRecord;

    private void Quote(byte b)
    {
        if (b == '"')
        {
            // A quote opens at a field's beginning only; doubled, it stands for itself.
            var opens = !inQuotes && (fieldStart || closed);
            (closed, inQuotes) = (inQuotes, opens);
            return;
        }

        // Behind a closing quote the field ends. In one line a stray quote is let pass; over several it was another's.
        if (closed && ManyLines && b is not ((byte)',' or (byte)';' or (byte)'\t' or (byte)'\n' or (byte)'\r')) Astray = true;
        closed = false;
    }

    private void End(string? fault)
    {
        var bytes = record.GetBuffer().AsSpan(0, (int)record.Length);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (fault is not null) records.Add(new FileRecord(null, Start, StartLine, fault));
        else if (Encoding.UTF8.GetString(bytes).TrimEnd('\r') is var text && !string.IsNullOrWhiteSpace(text)) records.Add(new FileRecord(text, Start, StartLine));
        record.SetLength(0);
        (Start, StartLine, tooLong, behindFirstLine) = (at, lineNow, false, 0);
    }
}

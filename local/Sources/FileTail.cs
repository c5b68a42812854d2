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

    public static readonly string TooLong = $"the row is longer than {LongestRecord / 1024 / 1024} MiB.";
    public const string Unclosed = "a quote is opened and not closed.";

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
        using var scan = new RecordScan(quoted, offset, line);
        var buffer = new byte[size];
        var read = 0;
        while (scan.Records.Count < most)
        {
            read = stream.Read(buffer);
            if (read == 0 && !(TakesLastLine && scan.CloseOpenQuote())) break;
            for (var i = 0; i < read && scan.Records.Count < most && !scan.Astray; i++) scan.Take(buffer[i]);
            if (scan.Astray) stream.Position = scan.ReadOnFrom();
        }

        if (TakesLastLine && scan.Records.Count < most) scan.TakeLast();
        return (scan.Records, scan.Start, scan.StartLine);
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;

namespace Crisis.Local.Sources;

/// <summary>Mentions from a file that grows, or from a folder of them in the order of their names.</summary>
public sealed class FileSource : IMentionSource
{
    private const int MostRows = 500;
    private const int PrintBytes = 256;
    private readonly string path;
    private readonly Watch watch;
    private readonly MentionColumns columns;

    /// <exception cref="ArgumentException"><c>map</c> can't be read; the factory's check says so first.</exception>
    public FileSource(string path, Watch watch, SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (this.path, this.watch) = (path, watch);
        var fault = MentionColumns.TryRead(settings.Fields.GetValueOrDefault("map"), settings.Fields.GetValueOrDefault("sentiment"), out columns);
        if (fault is not null) throw new ArgumentException($"'{fault}' is no field=column.", nameof(settings));
    }

    public ValueTask<SourcePage> PullAsync(string? cursor, DateTimeOffset since, CancellationToken cancellation = default)
    {
        var state = FileCursor.Read(cursor, since);
        try
        {
            return ValueTask.FromResult(Pull(state));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SourceException(SourceFailure.Permission, $"{path} may not be read. Give the program's user the right to.", inner: e);
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException(SourceFailure.Gone, $"{path} is not there (any more). Create it, or correct the path.", inner: e);
        }
        catch (IOException e)
        {
            throw new SourceException(SourceFailure.Unavailable, $"{path} could not be read: {e.Message}", inner: e);
        }
    }

    private SourcePage Pull(FileCursor state)
    {
        foreach (var file in Files())
        {
            var last = state.Files.GetValueOrDefault(file.Name);
            if (last is null && file.LastWriteTimeUtc.Ticks <= state.Cut) continue;
            var place = Place(file, last);
            if (place.Offset >= file.Length) continue;
            var csv = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);
            var (records, offset, line) = new FileTail(file.FullName, csv).Read(place.Offset, place.Line, MostRows);
            if (offset == place.Offset) continue;
            state.Files[file.Name] = place with { Offset = offset, Line = line };
            var (mentions, faults) = Read(file, csv, records, state.Since);
            return new SourcePage(mentions, state.Write()) { Faults = faults, More = true };
        }

        return new SourcePage([], state.Write());
    }

    private (List<Mention> Mentions, List<SourceFault> Faults) Read(FileInfo file, bool csv, IReadOnlyList<FileRecord> records, long since)
    {
        var mentions = new List<Mention>();
        var faults = new List<SourceFault>();
        var header = csv ? CsvHeader.Read(file.FullName) : null;
        foreach (var record in records)
        {
            if (csv && record.Offset == 0) continue;
            var where = $"{file.Name}, line {record.Line}";
            try
            {
                if (record.Text is null) throw new FormatException(record.Fault);
                if (Mention(file, record, header) is { } mention && mention.CreatedAt.ToUnixTimeMilliseconds() >= since) mentions.Add(mention);
            }
            catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
            {
                faults.Add(new SourceFault(where, e is JsonException ? "The line is no JSON object." : e.Message, "Correct the row and append it again; it was skipped."));
            }
        }

        return (mentions, faults);
    }

    private Mention? Mention(FileInfo file, FileRecord record, CsvHeader? header)
    {
        if (header is not null) return Take(new MentionRow(columns, header.Row(record.Text!)), file, record);
        using var json = JsonDocument.Parse(record.Text!);
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("The line is no JSON object.");
        return Take(new MentionRow(columns, name => JsonText.Of(json.RootElement, name)), file, record);
    }

    /// <summary>Null when the row belongs to another watch.</summary>
    private Mention? Take(MentionRow row, FileInfo file, FileRecord record) =>
        row.Watch is { } other && !string.Equals(other, watch.Id, StringComparison.Ordinal) ? null : row.Read($"{file.Name}:{record.Offset}");

    private IEnumerable<FileInfo> Files()
    {
        if (!Directory.Exists(path)) return [new FileInfo(path)];
        return new DirectoryInfo(path).EnumerateFiles()
            .Where(f => f.Extension.ToLowerInvariant() is ".csv" or ".jsonl" or ".ndjson")
            .OrderBy(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>Where to go on; at the beginning when the file is another one or was cut.</summary>
    private static FilePlace Place(FileInfo file, FilePlace? last)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[PrintBytes];
        var read = stream.ReadAtLeast(head, PrintBytes, throwOnEndOfStream: false);
        var same = last is not null && stream.Length >= last.Offset && read >= last.PrintLength && Print(head, last.PrintLength) == last.Print;
        var written = file.LastWriteTimeUtc.Ticks;
        return same && last is not null
            ? last with { Written = written, Print = Print(head, read), PrintLength = read }
            : new FilePlace(0, 1, written, Print(head, read), read);
    }

    private static string Print(byte[] head, int length) => Convert.ToBase64String(SHA256.HashData(head.AsSpan(0, length)).AsSpan(0, 6));
}

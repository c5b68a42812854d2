using System.Text;
using System.Text.Json;
using Crisis.Core.Mentions;
using Crisis.Local.Commands;
using Crisis.Local.Sources;

namespace Crisis.Local.Drills;

/// <summary>
/// A mentions file in order of time. Read twice: first to check every row and see whether the times ascend, then to
/// play. Only a file that is not in order needs memory that grows with it: 24 bytes a row for its index.
/// </summary>
internal sealed class DrillFile
{
    private const int Page = 2000;
    private const string DefaultWatch = "default";
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string NoObject = "the line is not a JSON object.";
    private readonly FileInfo file;
    private readonly MentionColumns columns;
    private readonly string? watch;
    private readonly CsvHeader? header;
    private readonly List<(long Ticks, long Offset, int Line)> index = [];
    private bool ascending = true;

    private DrillFile(FileInfo file, MentionColumns columns, string? watch, CsvHeader? header)
    {
        (this.file, this.columns, this.watch, this.header) = (file, columns, watch, header);
    }

    /// <summary>Readable rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Minutes with readable rows, by watch.</summary>
    public WatchMinutes Minutes { get; } = new();

    public int Skipped { get; private set; }

    /// <summary>The first hundred faults; <see cref="Skipped"/> counts all.</summary>
    public List<DrillFileFault> Faults { get; } = [];

    public DateTimeOffset First { get; private set; } = Latest;

    public DateTimeOffset Last { get; private set; } = Earliest;

    /// <summary>Columns of the file that mean nothing to a drill.</summary>
    public IReadOnlyList<string> Ignored { get; private init; } = [];

    /// <exception cref="WrongInputException">The file is missing or empty, lacks a column, or holds no readable row.</exception>
    public static DrillFile Open(FileInfo file, string? map, string? sentiment, string? watch)
    {
        InputFile.Need(file);
        if (MentionColumns.TryRead(map, sentiment, out var columns) is { } fault)
        {
            var nearest = Core.Watching.Configuration.Spelling.Nearest(fault.Split('=')[0].Trim(), MentionColumns.Fields);
            throw new WrongInputException($"--map: '{fault}' is not field=column with a known field. {(nearest is null ? "" : $"Did you mean '{nearest}'? ")}Fields: {string.Join(", ", MentionColumns.Fields)}.");
        }

        var begin = FirstCharacter(file);
        var header = begin == '{' ? null : CsvHeader.Read(file.FullName);
        if (header is not null) CheckColumns(file, header, columns);
        var drill = new DrillFile(file, columns, watch, header)
        {
            Ignored = header is null ? [] : [.. header.Names.Where(name => name.Length > 0 && !columns.Uses(name))],
        };
        drill.Survey();
        if (drill.Rows == 0) throw new WrongInputException($"{file}: holds no readable row. {drill.Faults.FirstOrDefault()?.ToString() ?? "Write one mention a line."}");
        return drill;
    }

    /// <summary>The readable rows, oldest first; rows of one instant in the order of the file.</summary>
    public IEnumerable<DrillRow> Play()
    {
        if (ascending) return Walk().Select(record => Read(record)).OfType<DrillRow>();
        return PlayIndex();
    }

    private static void CheckColumns(FileInfo file, CsvHeader header, MentionColumns columns)
    {
        foreach (var field in MentionColumns.Fields)
        {
            var column = columns.Of(field);
            var required = field is "created_at" or "text";
            if (column is null && required) throw new WrongInputException($"--map: '{field}' is required and cannot be ignored.");
            if (column is null || header.Names.Contains(column) || (!required && column == field)) continue;
            throw new WrongInputException($"{file}:1: there is no column '{column}' for the field '{field}'. Columns: {string.Join(", ", header.Names)}. {Suggest(column, header.Names)}Name the right one with --map {field}=column.");
        }

        if (columns.Sentiment is { } sentiment && !header.Names.Contains(sentiment))
        {
            throw new WrongInputException($"{file}:1: there is no column '{sentiment}' for --sentiment. Columns: {string.Join(", ", header.Names)}. {Suggest(sentiment, header.Names)}Name the right one.");
        }
    }

    private static string Suggest(string column, IEnumerable<string> names) =>
        Core.Watching.Configuration.Spelling.Nearest(column, names) is { } nearest ? $"Did you mean '{nearest}'? " : "";

    private static char FirstCharacter(FileInfo file)
    {
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        int c;
        while ((c = reader.Read()) >= 0)
        {
            if (!char.IsWhiteSpace((char)c)) return (char)c;
        }

        throw new WrongInputException($"{file}: is empty. Write a header row and one mention a line (CSV), or one JSON object a line.");
    }

    private void Survey()
    {
        var before = long.MinValue;
        foreach (var record in Walk(count: true))
        {
            if (Read(record, tell: true) is not { } row)
            {
                Skipped++;
                continue;
            }

            Rows++;
            Minutes.Add(row.Watch, row.Mention.CreatedAt);
            var ticks = row.Mention.CreatedAt.UtcTicks;
            ascending &= ticks >= before;
            before = ticks;
            index.Add((ticks, record.Offset, record.Line));
            if (row.Mention.CreatedAt < First) First = row.Mention.CreatedAt;
            if (row.Mention.CreatedAt > Last) Last = row.Mention.CreatedAt;
        }

        if (ascending)
        {
            index.Clear();
            index.TrimExcess();
        }
        else
        {
            index.Sort();
        }
    }

    private IEnumerable<FileRecord> Walk(bool count = false)
    {
        var tail = new FileTail(file.FullName, quoted: header is not null) { TakesLastLine = true };
        long offset = 0;
        var line = 1;
        while (true)
        {
            var (records, next, nextLine) = tail.Read(offset, line, Page);
            foreach (var record in records)
            {
                if (header is not null && record.Offset == 0) continue;
                yield return record;
            }

            if (next == offset) yield break;
            (offset, line) = (next, nextLine);
        }
    }

    private IEnumerable<DrillRow> PlayIndex()
    {
        var tail = new FileTail(file.FullName, quoted: header is not null) { TakesLastLine = true };
        using var stream = tail.Open();
        foreach (var (_, offset, line) in index)
        {
            if (Read(tail.ReadOne(stream, offset, line)) is { } row) yield return row;
        }
    }

    private DrillRow? Read(FileRecord record, bool tell = false)
    {
        var line = record.Line;
        try
        {
            if (record.Text is not { } text) throw new FormatException(record.Fault);
            if (tell && text.Contains('\ufffd', StringComparison.Ordinal)) Tell(line, "is not UTF-8 in places; those characters show as \ufffd.", "Save the file as UTF-8.", skipped: false);
            if (header is not null) return Row(new MentionRow(columns, header.Row(text)), line);
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException(NoObject);
            return Row(new MentionRow(columns, name => JsonText.Of(json.RootElement, name)), line);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            if (tell) Tell(line, fault is JsonException ? NoObject : fault.Message, "The row was skipped; correct it and play again.", skipped: true);
            return null;
        }
    }

    private DrillRow? Row(MentionRow row, int line)
    {
        var mention = row.Read($"line{line}");
        if (mention.CreatedAt < Earliest || mention.CreatedAt >= Latest) throw new FormatException($"'{mention.CreatedAt:yyyy-MM-dd}' lies outside 2000 to 2099.");
        return new DrillRow(WatchId.From(watch ?? row.Watch ?? DefaultWatch), mention, line);
    }

    private void Tell(int line, string what, string remedy, bool skipped)
    {
        if (Faults.Count < 100) Faults.Add(new DrillFileFault(line, what, remedy, skipped));
    }
}

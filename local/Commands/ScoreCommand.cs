using System.Globalization;
using Crisis.Core.Detection.Volume;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Sources;
using CsvHelper;

namespace Crisis.Local.Commands;

/// <summary>
/// <c>crisis score</c>: the volume detector of the product over files of counts. Reads <c>series,timestamp,value</c>
/// (further columns ignored), writes <c>series,timestamp,score</c>, one row per row, same order, online for each series.
/// </summary>
public static class ScoreCommand
{
    private const int Success = 0;
    private const int WrongInput = 2;
    private static readonly string[] Required = ["series", "timestamp", "value"];

    /// <summary>
    /// Scores every row. A row that cannot be judged keeps its place with score 0: one not after the row before it in its
    /// series silently, one without time or number with a line on <paramref name="errors"/>. Times without an offset are UTC.
    /// </summary>
    /// <returns>0, or 2 when the input has not the columns or not one usable row.</returns>
    public static async Task<int> RunAsync(TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        var records = new CsvRecords(input);
        if (records.Next() is not { } first)
            return await RefuseAsync(errors, "The input is empty; it has to begin with the header series,timestamp,value.");
        var separator = CsvFields.SeparatorOf(first.Text ?? "");
        var found = CsvFields.Split((first.Text ?? "").TrimStart('\ufeff'), separator).Select(name => name.Trim()).ToArray();
        foreach (var name in Required)
        {
            if (found.Contains(name, StringComparer.Ordinal)) continue;
            var nearest = Spelling.Nearest(name, found) is { } near ? $" Did you mean '{near}'?" : "";
            return await RefuseAsync(errors, $"Line 1: no column '{name}' among {string.Join(',', found)}; the header has to name series,timestamp,value.{nearest}");
        }

        using var writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        Write(writer, "series", "timestamp", "score");
        int[] columns = [.. Required.Select(name => Array.IndexOf(found, name))];
        var (rows, usable) = await ScoreAsync(records, record => Fields(record, separator, columns), writer, errors, cancellation);
        await writer.FlushAsync(cancellation);
        return usable > 0 || rows == 0 ? Success : await RefuseAsync(errors, "Not one row could be read.");
    }

    private static async Task<(long Rows, long Usable)> ScoreAsync(CsvRecords records, Func<FileRecord, string[]> read, CsvWriter writer, TextWriter errors, CancellationToken cancellation)
    {
        var detector = new VolumeDetector();
        var states = new Dictionary<string, VolumeState>(StringComparer.Ordinal);
        long rows = 0, usable = 0;
        while (records.Next() is { } record)
        {
            cancellation.ThrowIfCancellationRequested();
            rows++;
            var fields = read(record);
            var score = 0.0;
            var fault = record.Fault ?? Fault(fields, out _, out _);
            if (fault is not null)
            {
                await errors.WriteLineAsync($"Line {record.Line}: {fault.TrimEnd('.')}; scored 0.");
            }
            else
            {
                usable++;
                Fault(fields, out var start, out var count);
                (states[fields[0]], var verdict) = detector.Observe(states.GetValueOrDefault(fields[0], VolumeState.New), start, count);
                score = verdict.Score;
            }

            Write(writer, fields[0], fields[1], score.ToString("0.######", CultureInfo.InvariantCulture));
        }

        return (rows, usable);
    }

    private static string[] Fields(FileRecord record, char separator, int[] columns)
    {
        var fields = record.Text is { } text ? CsvFields.Split(text, separator) : [];
        return Array.ConvertAll(columns, column => column < fields.Count ? fields[column] : "");
    }

    private static string? Fault(string[] fields, out DateTimeOffset start, out double count)
    {
        count = 0;
        if (!DateTimeOffset.TryParse(fields[1], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out start))
            return $"'{fields[1]}' is no time such as 2015-02-26 21:42:53";
        if (!double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out count) || !double.IsFinite(count) || count < 0)
            return $"'{fields[2]}' is no count of 0 or more";
        return null;
    }

    private static void Write(CsvWriter writer, string series, string timestamp, string score)
    {
        writer.WriteField(series);
        writer.WriteField(timestamp);
        writer.WriteField(score);
        writer.EndRecord();
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string message)
    {
        await errors.WriteLineAsync(message);
        return WrongInput;
    }
}

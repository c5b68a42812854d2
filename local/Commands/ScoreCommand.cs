using System.Globalization;
using Crisis.Core.Detection.Volume;
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
        using var reader = CsvReader.Create(input, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, PoolStrings = true }, leaveOpen: true);
        await reader.ReadHeaderAsync(cancellation);
        var found = reader.Headers.ToArray();
        if (found.Length == 0)
            return await RefuseAsync(errors, "The input is empty; it has to begin with the header series,timestamp,value.");
        foreach (var name in Required)
        {
            if (!found.Contains(name, StringComparer.Ordinal))
                return await RefuseAsync(errors, $"Line 1: no column '{name}' among {string.Join(',', found)}; the header has to name series,timestamp,value.");
        }

        using var writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        Write(writer, "series", "timestamp", "score");
        var (rows, usable) = await ScoreAsync(reader, writer, errors, [.. Required.Select(name => Array.IndexOf(found, name))], cancellation);
        await writer.FlushAsync(cancellation);
        return usable > 0 || rows == 0 ? Success : await RefuseAsync(errors, "Not one row could be read.");
    }

    private static async Task<(long Rows, long Usable)> ScoreAsync(CsvReader reader, CsvWriter writer, TextWriter errors, int[] columns, CancellationToken cancellation)
    {
        var detector = new VolumeDetector();
        var states = new Dictionary<string, VolumeState>(StringComparer.Ordinal);
        long rows = 0, usable = 0;
        while (await reader.ReadAsync(cancellation))
        {
            rows++;
            var fields = Array.ConvertAll(columns, column => column < reader.FieldCount ? reader.GetString(column) : "");
            var score = 0.0;
            if (Fault(fields, out var start, out var count) is { } fault)
            {
                await errors.WriteLineAsync($"Line {reader.LineNumber}: {fault}; scored 0.");
            }
            else
            {
                usable++;
                (states[fields[0]], var verdict) = detector.Observe(states.GetValueOrDefault(fields[0], VolumeState.New), start, count);
                score = verdict.Score;
            }
            Write(writer, fields[0], fields[1], score.ToString("0.######", CultureInfo.InvariantCulture));
        }
        return (rows, usable);
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

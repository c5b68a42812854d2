using System.Globalization;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Sources;

namespace Crisis.Local.Commands;

/// <summary>
/// <c>crisis sentiment</c>: judges the texts of a CSV by an analyser and writes <c>id,label,positive,neutral,negative</c>,
/// one row per row read, in the same order. Memory does not grow with the file.
/// </summary>
public sealed class SentimentCommand(ISentimentAnalyser analyser)
{
    private const int Done = 0, WrongInput = 2;
    private const int BatchSize = 256;

    /// <summary>
    /// Reads <paramref name="input"/>, writes findings to <paramref name="output"/> and complaints to <paramref name="errors"/>.
    /// The id is that of the column <c>id</c>, or the row's number from 1 where there is none. A row that cannot be read is told
    /// and skipped. Returns the exit code: 0, or 2 when the input is no such file.
    /// </summary>
    public async Task<int> RunAsync(TextReader input, TextWriter output, TextWriter errors, SentimentOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Language is not (SentimentOptions.Auto or "tr" or "en"))
        {
            await errors.WriteLineAsync($"--lang '{options.Language}' is not known: use tr, en or auto.");
            return WrongInput;
        }
        var records = new CsvRecords(input);
        if (records.Next() is not { Text: { } first })
        {
            await errors.WriteLineAsync("The file is empty: a header row with at least the column of the texts is needed.");
            return WrongInput;
        }

        var separator = CsvFields.SeparatorOf(first);
        List<string> header = [.. CsvFields.Split(first.TrimStart('\ufeff'), separator).Select(name => name.Trim())];
        if (!header.Contains(options.Column))
        {
            var nearest = Spelling.Nearest(options.Column, header) is { } near ? $"Did you mean '{near}'? " : "";
            await errors.WriteLineAsync($"Line 1: there is no column '{options.Column}'. The file has: {string.Join(", ", header)}. {nearest}Name the right one with --column.");
            return WrongInput;
        }

        await JudgeAllAsync(records, header, separator, output, errors, options, cancellation);
        return Done;
    }

    private async Task JudgeAllAsync(CsvRecords records, List<string> header, char separator, TextWriter output, TextWriter errors, SentimentOptions options, CancellationToken cancellation)
    {
        var (textColumn, idColumn) = (header.IndexOf(options.Column), header.IndexOf("id"));
        var language = options.Language is SentimentOptions.Auto ? null : options.Language;
        var ids = new List<string>(BatchSize);
        var texts = new List<TextToScore>(BatchSize);
        var broken = new List<string>();
        var row = 0;
        await output.WriteLineAsync("id,label,positive,neutral,negative");
        while (records.Next() is { } record)
        {
            row++;
            var fields = record.Text is { } line ? CsvFields.Split(line, separator) : null;
            if (fields?.Count != header.Count)
            {
                broken.Add($"Line {record.Line}: row skipped: {record.Fault ?? $"it has {fields!.Count} fields, the header {header.Count}; quote texts that have commas"}");
                continue;
            }

            if (fields[textColumn].Contains('\ufffd', StringComparison.Ordinal)) broken.Add($"Line {record.Line}: the text is not UTF-8 in places; it is judged without them. Save the file as UTF-8.");
            ids.Add(idColumn < 0 ? row.ToString(CultureInfo.InvariantCulture) : fields[idColumn]);
            texts.Add(new TextToScore(fields[textColumn], language));
            if (texts.Count == BatchSize) await FlushAsync();
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            var findings = await analyser.AnalyseAsync(texts, cancellation);
            for (var i = 0; i < findings.Count; i++) await output.WriteLineAsync(Row(ids[i], findings[i]));
            ids.Clear();
            texts.Clear();
            foreach (var complaint in broken) await errors.WriteLineAsync(complaint);
            broken.Clear();
        }
    }

    private static string Row(string id, TextSentiment finding) => string.Create(CultureInfo.InvariantCulture,
        $"{Quoted(id)},{Label(finding.Label)},{finding.Positive:F4},{finding.Neutral:F4},{finding.Negative:F4}");

    private static string Label(SentimentLabel label) => label switch
    {
        SentimentLabel.Positive => "positive",
        SentimentLabel.Neutral => "neutral",
        SentimentLabel.Negative => "negative",
        _ => "unscored",
    };

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

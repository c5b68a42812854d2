using System.Globalization;
using Crisis.Core.Sentiment;
using CsvHelper;

namespace Crisis.Local.Commands;

/// <summary>
/// <c>crisis sentiment</c>: judges the texts of a CSV by an analyser and writes <c>id,label,positive,neutral,negative</c>,
/// one row per row read, in the same order. Memory does not grow with the file.
/// </summary>
public sealed class SentimentCommand(ISentimentAnalyser analyser)
{
    private const int Done = 0, WrongInput = 2;
    private const int BatchSize = 256;

    /// <summary>A record larger than this is an unclosed quote, not a post.</summary>
    private const int LargestRecord = 16 * 1024 * 1024;

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
        var broken = new Queue<string>();
        using var csv = CsvReader.Create(input, Settings(broken), leaveOpen: true);
        try
        {
            if (Problem(csv, options) is { } problem)
            {
                await errors.WriteLineAsync(problem);
                return WrongInput;
            }
            await JudgeAllAsync(csv, broken, output, errors, options, cancellation);
            return Done;
        }
        catch (CsvFormatException e)
        {
            await output.FlushAsync(cancellation);
            await errors.WriteLineAsync($"Line {e.LineNumber}: the file cannot be read on from here: {e.Message}");
            return WrongInput;
        }
    }

    private static CsvReaderOptions Settings(Queue<string> broken) => new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MaxRecordSize = LargestRecord,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => broken.Enqueue($"Line {record.LineNumber}: row skipped: {Fault(record.Reason)}"),
    };

    private static string Fault(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "it has not as many fields as the header; quote texts that have commas",
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and never closed",
        CsvMalformedReason.StrayQuote => "a quote stands inside a field that is not quoted; quote the field and double its quotes",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote; double the quotes inside a quoted field",
        _ => "its quoting is broken",
    };

    private static string? Problem(CsvReader csv, SentimentOptions options)
    {
        if (csv.Headers.Count == 0) return "The file is empty: a header row with at least the column of the texts is needed.";
        return csv.TryGetFieldIndex(options.Column, out _) ? null
            : $"There is no column '{options.Column}'. The file has: {string.Join(", ", csv.Headers)}. Name the right one with --column.";
    }

    private async Task JudgeAllAsync(CsvReader csv, Queue<string> broken, TextWriter output, TextWriter errors, SentimentOptions options, CancellationToken cancellation)
    {
        csv.TryGetFieldIndex(options.Column, out var textColumn);
        var idColumn = csv.TryGetFieldIndex("id", out var found) ? found : -1;
        var language = options.Language is SentimentOptions.Auto ? null : options.Language;
        var ids = new List<string>(BatchSize);
        var texts = new List<TextToScore>(BatchSize);
        await output.WriteLineAsync("id,label,positive,neutral,negative");
        while (await csv.ReadAsync(cancellation))
        {
            ids.Add(idColumn < 0 ? csv.RowNumber.ToString(CultureInfo.InvariantCulture) : csv.GetString(idColumn));
            texts.Add(new TextToScore(csv.GetString(textColumn), language));
            if (texts.Count == BatchSize) await FlushAsync();
        }
        await FlushAsync();

        async Task FlushAsync()
        {
            var findings = await analyser.AnalyseAsync(texts, cancellation);
            for (var i = 0; i < findings.Count; i++) await output.WriteLineAsync(Row(ids[i], findings[i]));
            ids.Clear();
            texts.Clear();
            while (broken.TryDequeue(out var complaint)) await errors.WriteLineAsync(complaint);
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

using System.Globalization;
using Crisis.Core.Sentiment;
using Crisis.Local.Benchmarks;
using Crisis.Local.Benchmarks.Quiet;

namespace Crisis.Local.Commands;

/// <summary>Runs one benchmark on the recorded sets and prints what it measured.</summary>
internal static class Benches
{
    private const string Stream = "crisislex/crisislex_t26_stream.csv", Known = "crisislex/onsets.csv", Counts = "nab_dev/nab_realtweets_dev.csv";

    private const string Sources = "sources", LongCrisis = "crisis";

    /// <summary>Those that need no recorded set.</summary>
    public static bool NeedsNoData(string? name) => name is Sources or LongCrisis;

    public static async Task<int> RunAsync(string name, string data, int seed, int months, CancellationToken cancellation)
    {
        var output = Console.Out;
        switch (name)
        {
            case "sentiment":
                return new SentimentBenchmark(TimeProvider.System).Run(data, output, Console.Error);
            case Sources:
                foreach (var figure in new SourcesBenchmark(TimeProvider.System).Run())
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Network}: {figure.ItemsPerSecond:F0} items a second a core, {figure.TimesBareParse:F1} times a bare JSON parse, {figure.BytesPerItem} bytes an item"));
                }

                return CrisisCommandLine.Success;
            case LongCrisis:
                return await LongCrisisAsync(output, cancellation);
            case "pipeline":
                await PipelineAsync(Need(data, Stream), output, cancellation);
                return CrisisCommandLine.Success;
            case "detection":
                var series = NabSeries.Read(Need(data, Counts));
                DetectionBenchmark.Cost(output, series[0]);
                await (await QuietBenchmark.ReadAsync(series, NeedTexts(data), cancellation)).CostAsync(output, cancellation);
                DetectionBenchmark.Nab(output, series);
                Onsets(DetectionBenchmark.Onsets(Need(data, Stream), Need(data, Known)), "alarm", output);
                return CrisisCommandLine.Success;
            case "onsets":
                return await SignalsAsync(Need(data, Stream), Need(data, Known), output, cancellation);
            default:
                return await QuietAsync(data, seed, months, output, cancellation);
        }
    }

    private static async Task<int> QuietAsync(string data, int seed, int months, TextWriter output, CancellationToken cancellation)
    {
        if (months < 1) throw new WrongInputException($"--months {months}: name 1 or more.");
        var benchmark = await QuietBenchmark.ReadAsync(NabSeries.Read(Need(data, Counts)), NeedTexts(data), cancellation);
        var progress = Console.IsErrorRedirected ? (Action<int>?)null : played => Console.Error.Write($"\r{played} of {months} months{(played == months ? "\n" : "")}");
        var figures = await benchmark.RunAsync(seed, months, progress, cancellation);
        benchmark.Print(figures, output);
        var held = figures.Escalations <= QuietBenchmark.Floor * figures.Months;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at most {QuietBenchmark.Floor} a brand-month: {(held ? "held" : "not held")}"));
        return held ? CrisisCommandLine.Success : CrisisCommandLine.Failed;
    }

    private static async Task<int> SignalsAsync(string stream, string known, TextWriter output, CancellationToken cancellation)
    {
        var found = await OnsetBenchmark.RunAsync(stream, known, cancellation);
        var (median, longest) = Onsets(found, "surge signal", output);
        return median <= OnsetBenchmark.Median && longest <= OnsetBenchmark.Longest ? CrisisCommandLine.Success : CrisisCommandLine.Failed;
    }

    private static async Task<int> LongCrisisAsync(TextWriter output, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("crisis-bench-");
        try
        {
            var figures = await new LongCrisisBenchmark(TimeProvider.System).RunAsync(folder.FullName, mentions: 200_000, days: 30, cancellation);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a crisis of {figures.Days:F1} days with {figures.InCrisis:N0} mentions: its state has {figures.StateCharacters:N0} characters"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"its page: {figures.PageMilliseconds:F0} ms (median; the first {figures.FirstMilliseconds:F0} ms), {figures.PageBytes / 1024} KB"));
            var held = figures.StateCharacters < 32_000 && figures.PageMilliseconds < 100;
            output.WriteLine($"state below 32,000 characters, page below 100 ms: {(held ? "held" : "not held")}");
            return held ? CrisisCommandLine.Success : CrisisCommandLine.Failed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PipelineAsync(string stream, TextWriter output, CancellationToken cancellation)
    {
        var folder = Path.Combine(Path.GetTempPath(), "crisis-bench-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            var figures = await new PipelineBenchmark(RecordedStream.Read(stream), EmbeddedAnalyser.Load()).RunAsync(folder, 1, cancellation);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.Mentions} mentions in {figures.Batches} batches: {figures.PerSecond:F0} a second in {figures.Lanes} {(figures.Lanes == 1 ? "lane" : "lanes")}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to a bare SQLite loop with the same batches: {figures.Ratio:F2} (processor time {figures.ProcessorRatio:F2}); to one that groups commits: {figures.RatioToGrouped:F2} (processor time {figures.ProcessorRatioToGrouped:F2})"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows written a mention: {figures.RowsPerMention:F2}; peak memory {figures.PeakMegabytes:F0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Median, double Longest) Onsets(IReadOnlyList<(string Event, double? Minutes, int Before)> found, string what, TextWriter output)
    {
        foreach (var (name, minutes, before) in found)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(minutes is { } m ? $"{m:F0} minutes from the onset to the {what}" : $"no {what}")}; {before} before it"));
        }

        var delays = found.Select(one => one.Minutes ?? double.PositiveInfinity).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {delays[delays.Count / 2]:F0} minutes, longest {delays[^1]:F0}, {found.Count} events"));
        return (delays[delays.Count / 2], delays[^1]);
    }

    private static string NeedTexts(string data)
    {
        foreach (var file in QuietTexts.Files) Need(data, file);
        return data;
    }

    private static string Need(string data, string file)
    {
        var path = Path.Combine(data, file);
        return File.Exists(path) ? path : throw new WrongInputException($"{path}: there is no such file. Name the recorded sets with --data.");
    }
}

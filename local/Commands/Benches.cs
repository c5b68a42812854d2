using System.Globalization;
using Crisis.Core.Sentiment;
using Crisis.Local.Benchmarks;

namespace Crisis.Local.Commands;

/// <summary>Runs one benchmark on the recorded sets and prints what it measured.</summary>
internal static class Benches
{
    /// <summary>The one that needs no recorded set.</summary>
    public const string Sources = "sources";

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
            case "pipeline":
                await PipelineAsync(Need(data, "crisislex/crisislex_t26_stream.csv"), output, cancellation);
                return CrisisCommandLine.Success;
            case "detection":
                var series = NabSeries.Read(Need(data, "nab_dev/nab_realtweets_dev.csv"));
                DetectionBenchmark.Cost(output, TimeProvider.System, series[0]);
                DetectionBenchmark.Nab(output, series);
                Onsets(Need(data, "crisislex/crisislex_t26_stream.csv"), Need(data, "crisislex/onsets.csv"), output);
                return CrisisCommandLine.Success;
            default:
                var (alarms, played) = DetectionBenchmark.Quiet(NabSeries.Read(Need(data, "nab_dev/nab_realtweets_dev.csv")), seed, months);
                var (rate, low, high) = DetectionBenchmark.Interval(alarms, played);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alarms} volume alarms in {played} quiet brand-months: {rate:F3} a month (95 %: {low:F3} to {high:F3})"));
                return CrisisCommandLine.Success;
        }
    }

    private static async Task PipelineAsync(string stream, TextWriter output, CancellationToken cancellation)
    {
        var folder = Path.Combine(Path.GetTempPath(), "crisis-bench-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            var figures = await new PipelineBenchmark(RecordedStream.Read(stream), EmbeddedAnalyser.Load()).RunAsync(folder, 1, cancellation);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.Mentions} mentions in {figures.Batches} batches: {figures.PerSecond:F0} a second"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to a bare SQLite loop with the same batches: {figures.Ratio:F2} (processor time {figures.ProcessorRatio:F2}); to one that groups commits: {figures.RatioToGrouped:F2} (processor time {figures.ProcessorRatioToGrouped:F2})"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows written a mention: {figures.RowsPerMention:F2}; peak memory {figures.PeakMegabytes:F0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Onsets(string stream, string onsets, TextWriter output)
    {
        var found = DetectionBenchmark.Onsets(stream, onsets);
        foreach (var (name, minutes, before) in found)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(minutes is { } m ? $"{m:F0} minutes from the onset to the alarm" : "no alarm")}; {before} before it"));
        }

        var delays = found.Select(one => one.Minutes ?? double.PositiveInfinity).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {delays[delays.Count / 2]:F0} minutes, longest {delays[^1]:F0}"));
    }

    private static string Need(string data, string file)
    {
        var path = Path.Combine(data, file);
        return File.Exists(path) ? path : throw new WrongInputException($"{path}: there is no such file. Name the recorded sets with --data.");
    }
}

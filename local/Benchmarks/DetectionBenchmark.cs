using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Detection;
using Crisis.Core.Detection.Volume;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// <c>crisis bench detection</c>: what the volume detector costs, what it earns by the benchmark's rules, how fast it alone
/// sees real onsets.
/// </summary>
internal static class DetectionBenchmark
{
    private const int Resamples = 2000;
    private static readonly double[] Rates = [0.5, 1, 2, 4];

    /// <summary>Scores of one series, row by row, as <c>crisis score</c> gives them.</summary>
    public static double[] Score(NabSeries series)
    {
        var (detector, state) = (new VolumeDetector(), VolumeState.New);
        var scores = new double[series.Counts.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            (state, var verdict) = detector.Observe(state, series.Times[row], series.Counts[row]);
            scores[row] = verdict.Score;
        }
        return scores;
    }

    /// <summary>Cost of a window in microseconds, and that as a ratio to a bare loop over the same counts.</summary>
    public static void Cost(TextWriter output, TimeProvider clock, NabSeries series)
    {
        Score(series);
        var begun = clock.GetTimestamp();
        Score(series);
        var spent = clock.GetElapsedTime(begun).TotalMicroseconds / series.Counts.Length;
        begun = clock.GetTimestamp();
        var sum = 0.0;
        for (var round = 0; round < 100; round++)
        {
            foreach (var count in series.Counts) sum += Math.Log(1 + count + round);
        }
        var bare = clock.GetElapsedTime(begun).TotalMicroseconds / series.Counts.Length / 100;
        var state = VolumeState.New;
        for (var row = 0; row < series.Counts.Length; row++) (state, _) = new VolumeDetector().Observe(state, series.Times[row], 1000 * series.Counts[row]);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(state, CrisisJson.Options).Length;
        Line(output, $"a window: {spent:F1} microseconds, {spent / bare:F0} times a loop that takes one logarithm (sum {sum:F0})");
        Line(output, $"state a watch and metric: {bytes} bytes of JSON");
    }

    /// <summary>The benchmark's figures at the product's own threshold, the curve, leave-one-out and bootstrap intervals.</summary>
    public static void Nab(TextWriter output, IReadOnlyList<NabSeries> all)
    {
        var scored = all.Select(series => (Series: series, Scores: Score(series))).ToList();
        var results = scored.Select(one => NabScoring.At(one.Series, one.Scores, VolumeVerdict.Alarm)).ToList();
        var total = Sum(results);
        Line(output, $"at {VolumeVerdict.Alarm}: standard {total.Normalised:F1}, {total.Hit}/{total.Windows} windows, {total.FalseRows} false rows, {total.FalseRows / total.Months:F2} a brand-month");
        Line(output, $"best threshold within {string.Join(", ", Rates.Select(rate => $"{rate}: {NabScoring.BestWithin(scored, rate):F1}"))} false rows a brand-month");
        for (var i = 0; i < results.Count; i++)
        {
            var without = Sum([.. results.Where((_, other) => other != i)]);
            Line(output, $"{all[i].Name}: {results[i].Normalised:F1} with {results[i].FalseRows} false rows; without it {without.Normalised:F1} with {without.FalseRows / without.Months:F2} a brand-month");
        }
        var random = new Random(1);
        var drawn = Enumerable.Range(0, Resamples).Select(_ => Sum([.. results.Select(_ => results[random.Next(results.Count)])]).Normalised).Order().ToList();
        Line(output, $"bootstrap over series: 90 % of the draws from {drawn[Resamples / 20]:F1} to {drawn[^(Resamples / 20)]:F1}");
    }

    /// <summary>Minutes from the begin of the onset window to the close of the first alarming one; null without an alarm.</summary>
    public static IReadOnlyList<(string Event, double? Minutes, int Before)> Onsets(string stream, string onsets)
    {
        var found = new List<(string, double?, int)>();
        var known = KnownOnsets(onsets);
        foreach (var rows in CrisisStream.Times(stream).GroupBy(row => row.Event, StringComparer.Ordinal).Where(rows => known.ContainsKey(rows.Key)))
        {
            var counts = rows.CountBy(row => WindowCounts.StartOf(row.At)).ToDictionary();
            var (detector, state, onset) = (new VolumeDetector(), VolumeState.New, known[rows.Key]);
            double? minutes = null;
            var before = 0;
            for (var at = counts.Keys.Min(); at <= counts.Keys.Max() && minutes is null; at += WindowCounts.Length)
            {
                (state, var verdict) = detector.Observe(state, at, counts.GetValueOrDefault(at));
                if (!verdict.IsAlarm) continue;
                if (at < onset) before++;
                else minutes = (at + WindowCounts.Length - onset).TotalMinutes;
            }
            found.Add((rows.Key, minutes, before));
        }
        return found;
    }

    /// <summary>Begin of the onset window (UTC) by event, of those that have one.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> KnownOnsets(string path) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Where(row => row[2].Length > 0)
            .ToDictionary(row => row[0], row => DateTimeOffset.Parse(row[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), StringComparer.Ordinal);

    private static NabResult Sum(IReadOnlyList<NabResult> results) => results.Aggregate((left, right) => left + right);

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

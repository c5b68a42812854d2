using Crisis.Local.Benchmarks;

namespace Crisis.Local.Tests.Benchmarks;

public sealed class DetectionBenchmarkSpecs
{
    [Fact]
    public void Nab_AtTheAlarm_ReachesItsFloor()
    {
        var path = Shared("data/nab_dev/nab_realtweets_dev.csv");
        Assert.SkipWhen(path is null, "the labelled series are not beside the project (../shared/data/nab_dev)");
        var all = NabSeries.Read(path!);
        var total = all.Select(series => NabScoring.At(series, DetectionBenchmark.Score(series), 0.5)).Aggregate((left, right) => left + right);
        total.Normalised.ShouldBeGreaterThanOrEqualTo(80);
        (total.FalseRows / total.Months).ShouldBeLessThanOrEqualTo(1);
        using var output = new StringWriter();
        DetectionBenchmark.Nab(output, all);
        DetectionBenchmark.Cost(output, TimeProvider.System, all[0]);
        TestContext.Current.SendDiagnosticMessage(output.ToString());
        if (Environment.GetEnvironmentVariable("CRISIS_FIGURES") is { } file) File.WriteAllText(file, output.ToString());
    }

    [Fact]
    public void Nab_DetectorThatNeverSpeaks_EarnsNothing()
    {
        var series = Made();
        NabScoring.At(series, new double[1000], 0.5).Normalised.ShouldBe(0);
    }

    [Fact]
    public void Nab_LeftEdgeOfTheWindow_EarnsAHundredAndAFalseRowCosts()
    {
        var scores = new double[1000];
        scores[500] = 1;
        NabScoring.At(Made(), scores, 0.5).Normalised.ShouldBe(100, 0.5);
        scores[300] = 1;
        NabScoring.At(Made(), scores, 0.5).Normalised.ShouldBe(94.5, 0.5);
    }

    [Fact]
    public void Onsets_OfRealCrises_AreSeenInTime()
    {
        var (stream, onsets) = (Shared("data/crisislex/crisislex_t26_stream.csv"), Shared("data/crisislex/onsets.csv"));
        Assert.SkipWhen(stream is null || onsets is null, "the streams of real crises are not beside the project (../shared/data/crisislex)");
        var minutes = DetectionBenchmark.Onsets(stream!, onsets!).Select(found => found.Minutes.ShouldNotBeNull(found.Event)).Order().ToList();
        minutes[minutes.Count / 2].ShouldBeLessThanOrEqualTo(10);
        minutes[^1].ShouldBeLessThanOrEqualTo(45);
    }

    private static NabSeries Made() => new("made", [.. Enumerable.Range(0, 1000).Select(i => DateTimeOffset.UnixEpoch.AddMinutes(5 * i))],
        new double[1000], [.. Enumerable.Range(0, 1000).Select(i => i is >= 500 and < 600)]);

    private static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var parent in new[] { folder.FullName, folder.Parent?.FullName })
            {
                if (parent is not null && Path.Combine(parent, "shared", path) is var file && File.Exists(file)) return file;
            }
        }
        return null;
    }
}

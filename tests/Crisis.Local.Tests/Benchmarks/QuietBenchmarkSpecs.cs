using Crisis.Local.Benchmarks;
using Crisis.Local.Benchmarks.Quiet;

namespace Crisis.Local.Tests.Benchmarks;

public sealed class QuietBenchmarkSpecs
{
    [Fact]
    public async Task QuietMonths_ByOneSeed_CallNobodyAndAreTheSameTwice()
    {
        var data = Shared("data");
        Assert.SkipWhen(data is null || !QuietTexts.Files.All(file => File.Exists(Path.Combine(data, file))), "the recorded sets are not beside the project (../shared/data)");
        var series = NabSeries.Read(Path.Combine(data!, "nab_dev/nab_realtweets_dev.csv"));
        var benchmark = await QuietBenchmark.ReadAsync(series, data!, TestContext.Current.CancellationToken);
        var once = await benchmark.RunAsync(3, 2, cancellation: TestContext.Current.CancellationToken);
        var twice = await benchmark.RunAsync(3, 2, cancellation: TestContext.Current.CancellationToken);
        once.Escalations.ShouldBe(0, string.Join('\n', once.Examples));
        once.Looks.ShouldBeGreaterThan(2 * 8640);
        (twice.Mentions, twice.SurgeAlarms, twice.NegativeAlarms).ShouldBe((once.Mentions, once.SurgeAlarms, once.NegativeAlarms));
    }

    [Fact]
    public void Thinning_KeepsItsShareAndNeverMoreThanThereWas()
    {
        var random = new Random(1);
        var kept = Enumerable.Range(0, 20_000).Select(_ => QuietStretches.Thin(random, 7, 0.3)).ToList();
        kept.Max().ShouldBeLessThanOrEqualTo(7);
        kept.Average().ShouldBe(2.1, 0.05);
        kept.Average(count => (count - 2.1) * (count - 2.1)).ShouldBe(7 * 0.3 * 0.7, 0.05);
    }

    private static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var parent in new[] { folder.FullName, folder.Parent?.FullName })
            {
                if (parent is not null && Path.Combine(parent, "shared", path) is var found && Directory.Exists(found)) return found;
            }
        }

        return null;
    }
}

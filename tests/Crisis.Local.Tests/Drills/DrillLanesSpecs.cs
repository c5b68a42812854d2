using Crisis.Core.Mentions;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;
using Crisis.Local.Commands;
using Crisis.Local.Drills;
using Crisis.Local.Tests.Storage;
using Shouldly;

namespace Crisis.Local.Tests.Drills;

/// <summary>A drill of several watches, one after the other and side by side.</summary>
public sealed class DrillLanesSpecs : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Drill_OfSeveralWatches_SaysTheSameHoweverManyLanesItHas()
    {
        var file = Several(("alfa", "complaint-wave-delivery"), ("beta", "campaign-backfire"), ("gama", "quiet-viral-joke"));
        var one = await PlayAsync(file, 1);
        var three = await PlayAsync(file, 3);

        one.Lanes.ShouldBe(1);
        three.Lanes.ShouldBe(3);
        one.Result.Events.Where(happened => happened.Event == "opened").Select(happened => happened.Watch).Distinct().Count().ShouldBeGreaterThan(1);
        one.Result.Reports.Count.ShouldBeGreaterThan(1);
        three.Files.Keys.ShouldBe(one.Files.Keys);
        foreach (var (name, content) in one.Files) three.Files[name].ShouldBe(content, name);
        (three.Result.Rows, three.Result.Repeated).ShouldBe((one.Result.Rows, one.Result.Repeated));
        one.Told.ShouldBe(one.Result.Rows);
        three.Told.ShouldBe(one.Result.Rows);
    }

    [Fact]
    public async Task Drill_WhoseScriptDatesSomething_HasOneLane()
    {
        var file = Several(("alfa", "complaint-wave-delivery"), ("beta", "campaign-backfire"));
        var script = new DrillScript([new ScriptedDecision("*", null, TimeSpan.Zero, file.First, DecisionVerb.Silence, new Dictionary<string, string>())], []);
        (await CountAsync(file, script)).ShouldBe(1);
        (await CountAsync(file, DrillScript.Usual)).ShouldBe(2);
    }

    [Fact]
    public async Task Drill_OneOfWhoseLanesFails_StopsTheOthersAndSaysWhy()
    {
        var file = Several(("alfa", "complaint-wave-delivery"), ("beta", "campaign-backfire"));
        var failing = new Failing("KK6999");
        await using var lanes = DrillLanes.Open(DrillStream.Of(file), DrillScript.Usual, DrillCommand.ReadConfig(null), folder.Path, analyser: failing, most: 2);
        (await Should.ThrowAsync<NotSupportedException>(() => lanes.PlayAsync(cancellation: TestContext.Current.CancellationToken))).Message.ShouldBe("A text too many.");
        failing.Asked.ShouldBeLessThan(file.Rows / 2);
    }

    public void Dispose() => folder.Dispose();

    private async Task<int> CountAsync(DrillFile file, DrillScript script)
    {
        await using var lanes = DrillLanes.Open(DrillStream.Of(file), script, DrillCommand.ReadConfig(null), Path.Combine(folder.Path, Guid.NewGuid().ToString("N")), most: 3);
        return lanes.Count;
    }

    private async Task<(DrillResult Result, int Lanes, int Told, SortedDictionary<string, string> Files)> PlayAsync(DrillFile file, int most)
    {
        var kept = new DirectoryInfo(Path.Combine(folder.Path, $"out-{most}"));
        using var output = DrillOutput.Prepare(kept);
        await using var lanes = DrillLanes.Open(DrillStream.Of(file), DrillScript.Usual, DrillCommand.ReadConfig(null), output.Work, output.Outbox, most: most);
        var told = 0;
        var result = await lanes.PlayAsync(rows => told = Math.Max(told, rows), TestContext.Current.CancellationToken);
        result = await output.KeepAsync(result, lanes.Of, TestContext.Current.CancellationToken);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in kept.EnumerateFiles("*", SearchOption.AllDirectories)) files[Path.GetRelativePath(kept.FullName, path.FullName)] = await File.ReadAllTextAsync(path.FullName, TestContext.Current.CancellationToken);
        return (result, lanes.Count, told, files);
    }

    /// <summary>Shipped drills in one file, each as a watch of its own.</summary>
    private DrillFile Several(params (string Watch, string Drill)[] drills)
    {
        var lines = new List<string>();
        foreach (var (watch, drill) in drills)
        {
            var rows = ShippedDrills.Rows(drill);
            if (lines.Count == 0) lines.Add(rows[0]);
            lines.AddRange(rows.Skip(1).Select(row => watch + row[row.IndexOf(',', StringComparison.Ordinal)..]));
        }

        var path = Path.Combine(folder.Path, "several.csv");
        File.WriteAllLines(path, lines);
        return DrillFile.Open(new FileInfo(path), map: null, sentiment: null, watch: null);
    }

    /// <summary>Fails at texts with a word.</summary>
    private sealed class Failing(string word) : ISentimentAnalyser
    {
        private readonly EmbeddedAnalyser inner = EmbeddedAnalyser.Load();

        private int asked;

        public string Name => inner.Name;

        public int Asked => asked;

        public ValueTask<IReadOnlyList<TextSentiment>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
        {
            Interlocked.Add(ref asked, texts.Count);
            return texts.Any(text => text.Text.Contains(word, StringComparison.Ordinal)) ? throw new NotSupportedException("A text too many.") : inner.AnalyseAsync(texts, cancellation);
        }
    }
}

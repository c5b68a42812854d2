using System.Text.RegularExpressions;
using Crisis.Local.Sources;
using Crisis.Local.Tests.Notices;

namespace Crisis.Local.Tests.Commands;

/// <summary>What a drill prints, leaves behind and answers.</summary>
public sealed class DrillCommandSpecs : IDisposable
{
    private readonly InputFolder folder = new();

    private static string Sample(string name) => Path.Combine(Tools.Root, "samples", "drills", name);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Drill_PlayedTwice_GivesTheSameBytes()
    {
        string[] arguments = ["drill", Sample("complaint-wave-delivery.csv"), "--config", Sample("config"), "--json", "--out"];
        var runs = await Task.WhenAll(CommandRun.OfAsync([.. arguments, folder["one"]]), CommandRun.OfAsync([.. arguments, folder["two"]]));
        runs.ShouldAllBe(run => run.Exit == 0);
        runs[0].Output.ShouldNotBeEmpty();
        runs[1].Output.ShouldBe(runs[0].Output);
        var files = Files("one");
        Files("two").ShouldBe(files);
        foreach (var file in files) File.ReadAllBytes(folder["two/" + file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["one/" + file])).ShouldBeTrue(file);

        var report = files.Where(file => file.StartsWith("report-", StringComparison.Ordinal) && file.EndsWith(".html", StringComparison.Ordinal)).ShouldHaveSingleItem();
        files.ShouldContain(Path.ChangeExtension(report, ".md"));
        files.ShouldContain("timeline.txt");
        files.ShouldContain("outbox/index.html");
        File.ReadAllText(folder["one/timeline.jsonl"]).ShouldBe(runs[0].Output);
        runs[0].Messages.ShouldContain($"Report:   {folder["one/" + report]}");
        runs[0].Messages.ShouldContain($"Timeline: {folder["one/timeline.txt"]}");
        runs[0].Messages.ShouldContain($"Outbox:   {folder["one/outbox/index.html"]}");
    }

    [Fact]
    public async Task Drill_OfQuietDays_OpensNothingAndSaysSo()
    {
        var run = await CommandRun.OfAsync("drill", Sample("quiet-always-negative.csv"), "--config", Sample("config"), "--script", Sample("quiet-always-negative.yaml"));
        run.Exit.ShouldBe(0, run.Messages);
        run.Output.ShouldContain("0 crises opened");
        run.Messages.ShouldContain("1 of 1 expectations held.");
    }

    [Fact]
    public async Task Drill_ExpectationThatDoesNotHold_FailsWithWhatWasExpectedAndWhatHappened()
    {
        var script = folder.Write("script.yaml", "expect:\n  - { never: suppressed }\n  - { event: opened, watch: kuzey, kind: mistaken-post }\n");
        var run = await CommandRun.OfAsync("drill", Sample("quiet-always-negative.csv"), "--config", Sample("config"), "--script", script);
        run.Exit.ShouldBe(1);
        run.Messages.ShouldContain("script.yaml:3: expected opened, watch kuzey, kind MistakenPost; found no 'opened' at all");
    }

    [Theory]
    [InlineData("people:\n  - { person: ayse, after: frist-notice, decision: acknowledge }\n", "script.yaml:2: people[1].after: 'frist-notice' is not one of the choices. Did you mean 'first-notice'?")]
    [InlineData("people:\n  - { person: ayse, after: opened, decision: acknowlege }\n", "script.yaml:2: people[1].decision: 'acknowlege' is not one of the choices. Did you mean 'acknowledge'?")]
    [InlineData("people:\n  - { person: ayse, after: opened, wiat: 4m, decision: note }\n", "script.yaml:2: people[1].wiat: unknown field 'wiat'. Did you mean 'wait'?")]
    [InlineData("people:\n  - { person: ayse, decision: note }\n", "script.yaml:2: people[1]: needs either 'at' or 'after'.")]
    [InlineData("people:\n  - { person: ayze, after: opened, decision: note }\n", "script.yaml:2: people[1].person: nobody is called 'ayze'. Did you mean 'ayse'?")]
    [InlineData("expect:\n  - { event: opned }\n", "script.yaml:2: expect[1].event: 'opned' is not one of the choices. Did you mean 'opened'?")]
    [InlineData("expect:\n  - { event: opened, severity: 9 }\n", "script.yaml:2: expect[1].severity: '9' is not a whole number from 1 to 4.")]
    [InlineData("expect:\n  - { event: opened, between: [2026-03-02T09:00Z, never] }\n", "script.yaml:2: expect[1].between[2]: 'never' is not a time.")]
    [InlineData("expect: [\n", "script.yaml:2: (file): is not readable YAML")]
    public async Task Drill_FaultInTheScript_IsToldWithFileLineAndRemedy(string script, string fault)
    {
        var run = await CommandRun.OfAsync("drill", Sample("quiet-always-negative.csv"), "--config", Sample("config"), "--script", folder.Write("script.yaml", script));
        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Messages.ShouldContain(fault);
    }

    [Fact]
    public async Task Drill_WatchThatNoConfigurationNames_GetsTheDefaultTeamAndPlaybooks()
    {
        var run = await CommandRun.OfAsync("drill", Sample("complaint-wave-delivery.csv"), "--watch", "brand-new", "--json");
        run.Exit.ShouldBe(0, run.Messages);
        run.Output.ShouldContain("\"event\":\"opened\",\"watch\":\"brand-new\"");
        run.Output.ShouldContain("\"to\":\"person:responder\"");
        run.Output.ShouldContain("\"event\":\"closed\"");
        run.Messages.ShouldContain("keep them with --out DIR");
    }

    [Fact]
    public async Task Drill_TextsThatWouldAct_ActNowhere()
    {
        const string Bad = "<script>alert(1)</script> <img src=x onerror=alert(2)> \u001b]0;owned\u0007 ";
        var rows = File.ReadAllLines(Sample("complaint-wave-delivery.csv"));
        var names = rows[0].Split(',');
        var (textAt, handleAt) = (Array.IndexOf(names, "text"), Array.IndexOf(names, "handle"));
        var bad = rows.Skip(1).Select(row => CsvFields.Split(row, ',').Select((field, i) => i == textAt ? Bad + field : i == handleAt ? "@<b>" + field : field))
            .Select(fields => string.Join(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        var file = folder.Write("mentions.csv", rows[0] + "\n" + string.Join('\n', bad) + "\n");
        var run = await CommandRun.OfAsync("drill", file, "--config", Sample("config"), "--out", folder["out"]);
        run.Exit.ShouldBe(0, run.Messages);
        run.Output.ShouldContain(" opened     complaint-wave");
        (run.Output + run.Messages).ShouldNotContain("\u001b]");
        var pages = Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".html" or ".md" or ".json").ToList();
        pages.Count.ShouldBeGreaterThan(5);
        foreach (var page in pages)
        {
            var text = File.ReadAllText(page);
            text.ShouldNotContain("\u001b", Case.Sensitive, page);
            text.ShouldNotContain("\u0007", Case.Sensitive, page);
            if (Path.GetExtension(page) == ".json") continue;
            Regex.IsMatch(text, "<script>alert|<img src=x|@<b>", RegexOptions.CultureInvariant).ShouldBeFalse(page);
        }
    }

    private List<string> Files(string under) =>
        [.. Directory.EnumerateFiles(folder[under], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder[under], file)).Order(StringComparer.Ordinal)];
}

using System.Diagnostics;
using Crisis.Local.Tests.Commands;
using Crisis.Local.Tests.Notices;

namespace Crisis.Local.Tests.Engineering;

/// <summary>The last line of <c>./crisis test</c> must not call green what is not.</summary>
public sealed class CountTestsSpecs : IDisposable
{
    private const string Green = "<TestRun><ResultSummary outcome=\"Completed\"><Counters total=\"5\" executed=\"4\" passed=\"4\" failed=\"0\" error=\"0\" timeout=\"0\" aborted=\"0\" notExecuted=\"1\" /></ResultSummary></TestRun>";
    private const string Red = "<TestRun><ResultSummary outcome=\"Failed\"><Counters total=\"3\" executed=\"3\" passed=\"2\" failed=\"1\" error=\"0\" timeout=\"0\" aborted=\"0\" notExecuted=\"0\" /></ResultSummary></TestRun>";
    private const string Crashed = "<TestRun><ResultSummary outcome=\"Error\"><Counters total=\"2\" executed=\"2\" passed=\"2\" failed=\"0\" error=\"0\" timeout=\"0\" aborted=\"0\" notExecuted=\"0\" /></ResultSummary></TestRun>";
    private readonly InputFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2", "0", "0", 0, "8 passed, 0 failed, 2 skipped", Green, Green)]
    [InlineData("2", "2", "0", 1, "6 passed, 1 failed, 1 skipped", Green, Red)]
    [InlineData("2", "0", "1", 1, "8 passed, 1 failed, 2 skipped", Green, Green)]
    [InlineData("3", "1", "0", 1, "8 passed, 1 failed, 2 skipped", Green, Green)]
    [InlineData("2", "1", "0", 1, "8 passed, 1 failed, 2 skipped", Green, Green)]
    [InlineData("2", "0", "0", 1, "6 passed, 1 failed, 1 skipped", Green, Crashed)]
    [InlineData("1", "0", "0", 1, "0 passed, 1 failed, 0 skipped", "")]
    [InlineData("2", "1", "0", 1, "0 passed, 2 failed, 0 skipped")]
    public void Count_OfWhatRunnersReported_EndsInTheTruth(string projects, string runners, string unformatted, int exit, string last, params string[] reports)
    {
        var node = Tools.Program("node");
        Assert.SkipWhen(node is null, "node is not installed.");
        for (var i = 0; i < reports.Length; i++) folder.Write($"results/{i}.trx", reports[i]);
        Directory.CreateDirectory(folder["results"]);
        using var process = Process.Start(new ProcessStartInfo(node, [Path.Combine(Tools.Root, "eng", "count-tests"), folder["results"], projects, runners, unformatted]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.TrimEnd().Split('\n')[^1].ShouldBe(last);
        process.ExitCode.ShouldBe(exit);
    }
}

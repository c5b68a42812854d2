using System.ComponentModel;
using Crisis.Infra.Tests.Compiling;

namespace Crisis.Infra.Tests.Costs;

/// <summary>The table that readers see is the one that the calculation gives.</summary>
public sealed class CostSpecs
{
    [Fact]
    public async Task Table_InTheDocument_IsTheCalculated()
    {
        ProgramRun run;
        try
        {
            run = await ProgramRun.OfAsync("node", ["infra/cost/cost.mjs"], Repository.Root);
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node.js is not there, with which the cost is calculated.");
            throw;
        }
        run.ExitCode.ShouldBe(0, run.Errors);
        Between(Repository.Read("docs", "deploy.md"), "<!-- cost -->", "<!-- /cost -->").Trim().ReplaceLineEndings("\n")
            .ShouldBe(run.Output.Trim().ReplaceLineEndings("\n"));
    }

    private static string Between(string text, string from, string to) =>
        text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..text.IndexOf(to, StringComparison.Ordinal)];
}

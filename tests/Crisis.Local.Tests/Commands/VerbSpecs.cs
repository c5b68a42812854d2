namespace Crisis.Local.Tests.Commands;

/// <summary>The command line as a whole: every verb explains itself, whatever is mistyped gets a suggestion.</summary>
public sealed class VerbSpecs
{
    [Theory]
    [InlineData("run", "--config", "--data", "--port", "--bind", "--public-url")]
    [InlineData("drill", "FILE", "--config", "--watch", "--map", "--sentiment", "--script", "--json", "--out")]
    [InlineData("score", "COUNTS.csv")]
    [InlineData("sentiment", "TEXTS.csv", "--column", "--lang")]
    [InlineData("check", "--config", "--online")]
    [InlineData("queue", "list", "replay")]
    [InlineData("erase", "AUTHOR", "--data")]
    [InlineData("bench", "NAME")]
    [InlineData("test")]
    public async Task Verb_AskedForHelp_NamesItsOptionsOnStandardOutput(string verb, params string[] options)
    {
        var run = await CommandRun.OfAsync(verb, "--help");
        run.Exit.ShouldBe(0);
        run.Messages.ShouldBeEmpty();
        foreach (var option in options) run.Output.ShouldContain(option);
    }

    [Fact]
    public async Task Program_WithoutAVerb_ListsAll()
    {
        var run = await CommandRun.OfAsync();
        run.Exit.ShouldBe(0);
        foreach (var verb in (string[])["run", "drill", "score", "sentiment", "check", "queue", "erase", "bench", "test"]) run.Output.ShouldContain($"  {verb}");
    }

    [Theory]
    [InlineData("dril", "'dril' is no verb", "Did you mean 'drill'?")]
    [InlineData("drill x.csv --jsn", "--jsn", "Did you mean '--json'?")]
    [InlineData("queue lst", "'lst'", "Did you mean 'list'?")]
    [InlineData("run --port eighty", "eighty", "See: ./crisis run --help")]
    [InlineData("erase", "AUTHOR", "See: ./crisis erase --help")]
    [InlineData("bench detecton", "'detecton' is no benchmark", "Did you mean 'detection'?")]
    public async Task Verb_Mistyped_IsRefusedWithASuggestion(string line, string fault, string remedy)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));
        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Messages.ShouldContain(fault);
        run.Messages.ShouldContain(remedy);
    }
}

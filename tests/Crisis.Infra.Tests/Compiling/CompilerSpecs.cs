namespace Crisis.Infra.Tests.Compiling;

/// <summary>The compiler ends with 0 on warnings, wrong properties among them; here one word from it is a failure.</summary>
public sealed class CompilerSpecs
{
    [Theory]
    [InlineData("build", "main.bicep")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.dev.bicepparam")]
    [InlineData("build-params", "main.prod.bicepparam")]
    public async Task Infra_Compiled_GivesNoDiagnostic(string verb, string file)
    {
        using var bicep = new Bicep();
        var run = await bicep.RunAsync(verb, file);
        run.ShouldBe(new ProgramRun(0, "", ""));
    }

    [Fact]
    public async Task Compiler_GivenAWrongProperty_WouldBeHeard()
    {
        using var bicep = new Bicep();
        var plan = Path.Combine(bicep.Folder, "modules", "plan.bicep");
        await File.WriteAllTextAsync(plan, (await File.ReadAllTextAsync(plan)).Replace("reserved: true", "reserved: true\n    reservd: true", StringComparison.Ordinal));
        (await bicep.RunAsync("build", "main.bicep")).Errors.ShouldContain("BCP037");
    }

    [Fact]
    public void Modules_ComeFromThisRepositoryAlone() =>
        Directory.EnumerateFiles(Repository.Path("infra"), "*.bicep", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => line.StartsWith("module ", StringComparison.Ordinal))
                .Select(line => Path.Combine(Path.GetDirectoryName(file)!, line.Split('\'')[1])))
            .ShouldAllBe(module => File.Exists(module));

    [Fact]
    public void Files_AreShortEnoughToReview() =>
        Directory.EnumerateFiles(Repository.Path("infra"), "*.bicep", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Count() > 300).ShouldBeEmpty();
}

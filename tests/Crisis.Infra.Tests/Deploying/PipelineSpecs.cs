using Crisis.Infra.Tests.Compiling;
using YamlDotNet.RepresentationModel;

namespace Crisis.Infra.Tests.Deploying;

/// <summary>The files that deploy: <c>azure.yaml</c>, its hooks, and the workflow.</summary>
public sealed class PipelineSpecs
{
    [Fact]
    public void Azd_RunsHooksThatAreThere()
    {
        var azd = Yaml("azure.yaml");
        var hooks = (YamlMappingNode)azd["hooks"];
        hooks.Children.Keys.Select(k => k.ToString()).ShouldBe(["preup", "preprovision", "postprovision"]);
        hooks.Children.Values.Select(h => h["run"].ToString()).ShouldAllBe(run => File.Exists(Repository.Path(run)));
        azd["infra"]["path"].ToString().ShouldBe("infra");
        azd["services"]["app"]["host"].ToString().ShouldBe("function");
    }

    [Fact]
    public void Workflow_SignsInByFederationAndKnowsNoSecret()
    {
        var deploy = Yaml(".github", "workflows", "deploy.yml")["jobs"]["deploy"];
        deploy["permissions"]["id-token"].ToString().ShouldBe("write");
        deploy["needs"].ToString().ShouldBe("verify");
        Repository.Read(".github", "workflows", "deploy.yml").ShouldNotContain("secrets.");
    }

    [Fact]
    public void Workflow_BuildsWithReleasedPackagesAndTestsBeforeItDeploys()
    {
        var steps = ((YamlSequenceNode)Yaml(".github", "workflows", "deploy.yml")["jobs"]["verify"]["steps"])
            .OfType<YamlMappingNode>().Where(s => s.Children.ContainsKey("run")).Select(s => s["run"].ToString()).ToList();
        steps.ShouldContain(s => s.Contains("AzureSdk=packages", StringComparison.Ordinal));
        steps[^1].ShouldBe("./crisis test");
    }

    [Theory]
    [InlineData("prepare.sh")]
    [InlineData("finish.sh")]
    [InlineData("register-app.sh")]
    [InlineData("rotate-link-key.sh")]
    public async Task Hook_IsValidShell(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The hooks are for a POSIX shell.");
        (await ProgramRun.OfAsync("/bin/sh", ["-n", Repository.Path("infra", "hooks", name)], Repository.Root)).ShouldBe(new ProgramRun(0, "", ""));
    }

    [Fact]
    public void Outputs_ThatHooksRead_AreGivenByTheBicep()
    {
        var bicep = Repository.Read("infra", "main.bicep");
        foreach (var name in new[] { "CRISIS_PUBLIC_URL", "CRISIS_IDENTITY_PRINCIPAL_ID", "CRISIS_KEY_VAULT", "CRISIS_APP_NAME", "AZURE_RESOURCE_GROUP" })
            bicep.ShouldContain($"output {name} string");
    }

    private static YamlNode Yaml(params string[] path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(path)));
        return yaml.Documents[0].RootNode;
    }
}

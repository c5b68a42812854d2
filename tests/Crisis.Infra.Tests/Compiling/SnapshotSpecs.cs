namespace Crisis.Infra.Tests.Compiling;

/// <summary>What would be deployed, reviewed as text: a change of the Bicep shows as a change of a file in Snapshots.</summary>
public sealed class SnapshotSpecs(Deployments deployments)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Deployment_OfAStage_IsTheReviewedOne(string stage)
    {
        var deployment = await deployments.OfAsync(stage);
        var folder = Repository.Path("tests", "Crisis.Infra.Tests", "Snapshots");
        var verified = Path.Combine(folder, stage + ".verified.txt");
        var received = Path.Combine(folder, stage + ".received.txt");
        var text = deployment.Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(verified) && await File.ReadAllTextAsync(verified) == text)
        {
            File.Delete(received);
            return;
        }
        await File.WriteAllTextAsync(received, text);
        Assert.Fail($"The deployment of {stage} has changed. Compare {received} with {verified} and, if the change is meant, let it take that place.");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Deployment_OfAStage_HoldsNoSecret(string stage) =>
        (await deployments.OfAsync(stage)).Text.ShouldNotContain("given-by-the-test");
}

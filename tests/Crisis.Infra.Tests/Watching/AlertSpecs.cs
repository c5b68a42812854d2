using Crisis.Infra.Tests.Compiling;

namespace Crisis.Infra.Tests.Watching;

/// <summary>What is watched from outside the app, so that its silence is heard too.</summary>
public sealed class AlertSpecs(Deployments deployments)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Rules_OfAStage_CoverWhatTheAppCannotSayItself(string stage)
    {
        var deployment = await deployments.OfAsync(stage);
        var rules = deployment.OfType("Microsoft.Insights/scheduledQueryRules").Concat(deployment.OfType("Microsoft.Insights/metricAlerts")).ToList();
        rules.Select(r => r.GetProperty("name").GetString()!.Replace($"crisis-{stage}-", "", StringComparison.Ordinal)).ShouldBe(
            ["heartbeat-missing", "functions-failed", "notices-failed", "dead-letters", "sentiment-throttled"], ignoreOrder: true);
        var people = deployment.OfType("Microsoft.Insights/actionGroups").Single().GetProperty("id").GetString()!;
        rules.ShouldAllBe(r => r.GetProperty("properties").GetProperty("actions").ToString().Contains(people, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Heartbeat_Missing_FiresOnNothingAtAll()
    {
        var rule = (await deployments.DevAsync()).OfType("Microsoft.Insights/scheduledQueryRules")
            .Single(r => r.GetProperty("name").GetString()!.EndsWith("heartbeat-missing", StringComparison.Ordinal)).GetProperty("properties");
        var criterion = rule.GetProperty("criteria").GetProperty("allOf")[0];
        criterion.GetProperty("operator").GetString().ShouldBe("LessThan");
        // A count without groups gives one row with 0 where nothing was sent; a sum would give none to judge.
        criterion.GetProperty("query").GetString()!.ShouldEndWith("summarize Value = countif(Sum > 0)");
        // Three times the watchdog's five minutes, one of the lengths that the service knows.
        rule.GetProperty("windowSize").GetString().ShouldBe("PT15M");
    }

    [Fact]
    public async Task Spend_NearItsCeiling_IsToldBeforeAndAfter()
    {
        var budget = (await deployments.ProdAsync()).Properties("Microsoft.Consumption/budgets");
        budget.GetProperty("notifications").EnumerateObject()
            .Select(n => (n.Value.GetProperty("thresholdType").GetString(), n.Value.GetProperty("threshold").GetInt32()))
            .ShouldBe([("Actual", 50), ("Actual", 80), ("Actual", 100), ("Forecasted", 100)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("heartbeat-missing")]
    [InlineData("notices-failed")]
    public async Task Metrics_ThatRulesAskFor_AreSentByTheApp(string ruleName)
    {
        var query = (await deployments.DevAsync()).OfType("Microsoft.Insights/scheduledQueryRules")
            .Single(r => r.GetProperty("name").GetString()!.EndsWith(ruleName, StringComparison.Ordinal))
            .GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!;
        var metric = query.Split('"')[1];
        new[] { "functions", "core" }.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories))
            .Any(file => File.ReadAllText(file).Contains($"\"{metric}\"", StringComparison.Ordinal)).ShouldBeTrue($"nobody sends {metric}");
    }

    [Fact]
    public async Task Telemetry_OfTheApp_IsSentWithItsIdentity()
    {
        // Keys are off, so that an exporter without a credential would be refused, and the heartbeat with it.
        (await deployments.DevAsync()).Properties("Microsoft.Insights/components").GetProperty("DisableLocalAuth").GetBoolean().ShouldBeTrue();
        Repository.Read("functions", "Hosting", "Observing.cs").ShouldContain("Credential");
    }
}

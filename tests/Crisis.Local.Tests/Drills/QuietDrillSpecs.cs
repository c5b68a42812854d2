using Shouldly;

namespace Crisis.Local.Tests.Drills;

/// <summary>Every shipped drill in which nobody may be called.</summary>
public sealed class QuietDrillSpecs
{
    public static TheoryData<string> Quiet => [.. ShippedDrills.Names.Where(name => name.StartsWith(ShippedDrills.Quiet, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Quiet))]
    public async Task Drill_OfAQuietTime_OpensNothing(string name)
    {
        var result = await ShippedDrills.PlayAsync(name, TestContext.Current.CancellationToken);
        result.Expectations.Where(outcome => !outcome.Held).Select(outcome => $"{outcome.Expectation}: {outcome.Found}").ShouldBeEmpty();
        result.Events.ShouldNotContain(happened => happened.Event == "opened");
        result.Rows.ShouldBeGreaterThan(400);
    }
}

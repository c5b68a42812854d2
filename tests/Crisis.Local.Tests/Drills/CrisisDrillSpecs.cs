using Crisis.Core.Escalation;
using Shouldly;

namespace Crisis.Local.Tests.Drills;

/// <summary>Every shipped drill that holds a crisis, with its own expectations. Beside <see cref="QuietDrillSpecs"/>, so that both play at once.</summary>
public sealed class CrisisDrillSpecs
{
    public static TheoryData<string> Crises => [.. ShippedDrills.Names.Where(name => !name.StartsWith(ShippedDrills.Quiet, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Crises))]
    public async Task Drill_OfACrisis_HoldsItsExpectations(string name)
    {
        var result = await ShippedDrills.PlayAsync(name, TestContext.Current.CancellationToken);
        result.Expectations.ShouldNotBeEmpty();
        result.Expectations.Where(outcome => !outcome.Held).Select(outcome => $"{outcome.Expectation}: {outcome.Found}").ShouldBeEmpty();
    }

    [Fact]
    public void Drills_Shipped_HoldEveryKindTwiceAndSevenQuietFamilies()
    {
        ShippedDrills.Names.Count.ShouldBeGreaterThanOrEqualTo(16);
        ShippedDrills.Names.Count(name => name.StartsWith(ShippedDrills.Quiet, StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(7);
        var kinds = ShippedDrills.Names
            .SelectMany(name => ShippedDrills.ScriptOf(name).Expect.Where(expected => !expected.Never && expected.Event == "opened").Select(expected => (name, expected.Kind)))
            .Distinct()
            .CountBy(pair => pair.Kind ?? CrisisKind.Unclassified)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var kind in new[] { CrisisKind.ComplaintWave, CrisisKind.MistakenPost, CrisisKind.CampaignFailure, CrisisKind.AccountTakeover, CrisisKind.PersonalDataAbuse })
            kinds.GetValueOrDefault(kind).ShouldBeGreaterThanOrEqualTo(2, kind.ToString());
    }
}

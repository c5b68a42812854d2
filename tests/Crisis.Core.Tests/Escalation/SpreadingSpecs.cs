using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Escalation;

/// <summary>What a crisis is about in its first minutes is seldom what it is about in the end.</summary>
public sealed class SpreadingSpecs
{
    [Fact]
    public async Task Spread_WhileTheCrisisLasts_IsGatheredAgain_AndToldOnceUnlessTheTopicChanges()
    {
        var scenario = await LastingUntil("14:00");
        await scenario.At("11:00");
        (scenario.Clock.GetUtcNow() - scenario.State.Spread!.At).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(35));
        var told = scenario.Lines("gathered").Count;
        scenario.Numbers.Topic = "refunds";
        await scenario.At("12:00");
        scenario.State.Spread!.Targets[0].Name.ShouldBe("refunds");
        scenario.Lines("gathered").Count.ShouldBe(told + 1);
    }

    [Fact]
    public async Task Spread_OfACrisisOfDays_IsGatheredEverMoreRarely()
    {
        var scenario = await LastingUntil("12:00+4");
        await scenario.At("09:12+1");
        var first = scenario.Numbers.Gathered.Count;
        await scenario.At("09:12+4");
        first.ShouldBeInRange(8, 24);
        (scenario.Numbers.Gathered.Count - first).ShouldBeInRange(3, 8);
    }

    [Fact]
    public async Task Spread_AtRecovery_IsGatheredForTheReport()
    {
        var scenario = await LastingUntil("10:00");
        await scenario.At("10:30");
        (await scenario.Say("ayse", DecisionVerb.Contained)).ShouldBeNull();
        await scenario.At("20:00");
        scenario.Numbers.Gathered[^1].ShouldBe(scenario.State.RecoveredAt!.Value);
    }

    [Fact]
    public void Doubling_IsSaidForHalfAnHour()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var spread = new SpreadReport { At = at, DoublingMinutes = 12 };
        spread.DoublingAt(at.AddMinutes(29)).ShouldBe(12);
        spread.DoublingAt(at.AddMinutes(30)).ShouldBeNull();
    }

    [Fact]
    public async Task Doubling_ThatSlowsDown_IsRememberedAtItsFastest()
    {
        var scenario = await LastingUntil("14:00");
        scenario.Numbers.Doubling = 4;
        await scenario.At("10:30");
        scenario.Numbers.Doubling = null;
        await scenario.At("13:00");
        scenario.State.Spread!.DoublingMinutes.ShouldBeNull();
        scenario.State.Spread.FastestDoublingMinutes.ShouldBe(4);
    }

    private static async Task<Scenario> LastingUntil(string end)
    {
        var scenario = new Scenario().Between("09:10", end, 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        (await scenario.Say("ayse", DecisionVerb.Acknowledge)).ShouldBeNull();
        return scenario;
    }
}

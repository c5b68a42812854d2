using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Escalation;

public sealed class EscalationHandlerSpecs
{
    private static CrisisEscalation Escalation(string id, string at) => new()
    {
        Id = id,
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        At = Scenario.Time(at),
        Since = Scenario.Time(at),
    };

    [Fact]
    public async Task Handle_Redelivered_ChangesNothing()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        var crisis = await scenario.Deliver(Escalation("a", "09:12"));
        var (again, outcome) = await scenario.Escalations.HandleAsync(Escalation("a", "09:12"));
        again.ShouldBe(crisis);
        outcome.ShouldBe(EscalationOutcome.Repeated);
        (await scenario.Crises.ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_ManyAtOnce_OpenOneCrisis()
    {
        var scenario = new Scenario();
        await scenario.At("09:12");
        var deliveries = Enumerable.Range(0, 20).Select(i => Task.Run(async () => await scenario.Escalations.HandleAsync(Escalation($"e{i % 10}", $"09:{10 + (i % 10)}"))));
        var outcomes = await Task.WhenAll(deliveries);
        outcomes.Select(o => o.Crisis).Distinct().Count().ShouldBe(1);
        outcomes.Count(o => o.Outcome == EscalationOutcome.Opened).ShouldBe(1);
        (await scenario.Crises.ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_RedeliveredAfterTheEnd_StartsNothing()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Deliver(Escalation("a", "09:12"));
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Close);
        await scenario.At("09:30");
        var starts = scenario.Starter.Started.Count;
        var (_, outcome) = await scenario.Escalations.HandleAsync(Escalation("a", "09:12"));
        outcome.ShouldBe(EscalationOutcome.Over);
        scenario.Starter.Started.Count.ShouldBe(starts);
        (await scenario.Crises.ListOpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_ClaimWithoutCrisis_IsHealed()
    {
        var scenario = new Scenario();
        await scenario.At("09:12");
        await new CauseClaims(scenario.Store).ClaimAsync("kuzey", CrisisCause.Mentions, "kuzey-lost");
        var crisis = await scenario.Deliver(Escalation("a", "09:12"));
        crisis.ShouldBe("kuzey-lost");
        scenario.StateOf(crisis).Open.ShouldBeTrue();
    }

    [Fact]
    public async Task Handle_FoundAfterTheEndInTheSameMinute_OpensAnother()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Deliver(Escalation("a", "09:12"));
        await scenario.Say("ayse", DecisionVerb.Dismiss, ("reason", "joke"));
        var later = Escalation("b", "09:12") with { At = Scenario.Time("09:12").AddSeconds(20) };
        var crisis = await scenario.Deliver(later);
        crisis.ShouldNotBe(scenario.Crisis);
        scenario.StateOf(crisis).Open.ShouldBeTrue();
    }

    [Fact]
    public async Task Join_EntryReachesACrisisThatHasJustEnded_OpensAnother()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Deliver(Escalation("a", "09:12"));
        await scenario.At("09:20");
        await scenario.Decisions.DecideAsync(scenario.Decide("ayse", DecisionVerb.Close));
        scenario.Clock.Advance(TimeSpan.FromSeconds(1));
        await scenario.Escalations.HandleAsync(Escalation("b", "09:20") with { At = scenario.Clock.GetUtcNow() });
        await scenario.At("09:21");
        scenario.State.Open.ShouldBeFalse();
        (await scenario.Crises.ListOpenAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Audit_EntryNobodyDrained_Rings()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Deliver(Escalation("a", "09:12"));
        await scenario.Decisions.DecideAsync(scenario.Decide("ayse", DecisionVerb.Acknowledge));
        var auditor = new InboxAuditor(scenario.Store, scenario.Starter, scenario.Clock);
        (await auditor.AuditAsync()).ShouldBeEmpty();
        scenario.Starter.Rung.Clear();
        scenario.Clock.Advance(TimeSpan.FromMinutes(10));
        var finding = (await auditor.AuditAsync()).Single();
        finding.Waiting.ShouldBe(1);
        finding.Late.ShouldBeGreaterThan(TimeSpan.Zero);
        scenario.Starter.Rung.ShouldBe([scenario.Crisis]);
    }
}

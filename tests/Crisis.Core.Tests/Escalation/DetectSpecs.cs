using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Escalation;

public sealed class DetectSpecs
{
    [Fact]
    public async Task SecondLook_NumbersStillHigh_CallsPeople()
    {
        var scenario = new Scenario().Between("09:10", "10:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        scenario.Told(NoticeReason.First).ShouldBeEmpty();
        await scenario.At("09:16");
        scenario.Stages().ShouldBe(["09:15 respond"]);
    }

    [Fact]
    public async Task SecondLook_NumbersCollapsed_DismissesWithAReasonAndTellsNobody()
    {
        var scenario = new Scenario().Between("09:10", "09:15", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate(severity: 3);
        await scenario.At("09:30");
        scenario.State.End.ShouldBe(CrisisEnd.Dismissed);
        scenario.Lines("closed").Single().Detail["reason"].ShouldBe("collapsed");
        scenario.Notices.Sent.ShouldBeEmpty();
        scenario.Rooms.Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task SecondLook_OwnAccount_IsNotDismissedByQuietNumbers()
    {
        var scenario = new Scenario();
        await scenario.At("09:12");
        await scenario.Escalate(CrisisKind.AccountTakeover, severity: 3, cause: CrisisCause.OwnAccount);
        await scenario.At("09:30");
        scenario.State.Stage.ShouldBe(CrisisStage.Respond);
    }

    [Fact]
    public async Task Severity1_IsNotLookedAtTwice()
    {
        var scenario = new Scenario();
        await scenario.At("09:12");
        await scenario.Escalate(severity: 1);
        scenario.Stages().ShouldBe(["09:12 respond"]);
    }

    [Fact]
    public async Task OpenedByHand_CallsPeopleAtOnce()
    {
        var scenario = new Scenario();
        await scenario.At("09:12");
        (await scenario.Say("can", DecisionVerb.Open, ("reason", "the press calls"), ("kind", "account-takeover"), ("severity", "2"))).ShouldBeNull();
        scenario.Stages().ShouldBe(["09:12 respond"]);
        scenario.State.Cause.ShouldBe(CrisisCause.OwnAccount);
        scenario.Lines("opened").Single().By.ShouldBe("can");
        scenario.Told(NoticeReason.First).ShouldBe(["09:12 #teams", "09:12 ayse"]);
    }

    [Fact]
    public async Task OpenedByHand_WithoutReasonOrWrongKind_IsRefused()
    {
        var scenario = new Scenario();
        (await scenario.Say("can", DecisionVerb.Open)).ShouldBe(Refusals.ReasonMissing);
        (await scenario.Say("can", DecisionVerb.Open, ("reason", "x"), ("kind", "rain"))).ShouldBe(Refusals.UnknownKind);
        (await scenario.Crises.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dismiss_ByAPerson_NeedsAReasonAndFreesTheCause()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        (await scenario.Say("ayse", DecisionVerb.Dismiss)).ShouldBe(Refusals.ReasonMissing);
        (await scenario.Say("ayse", DecisionVerb.Dismiss, ("reason", "a joke"))).ShouldBeNull();
        scenario.State.End.ShouldBe(CrisisEnd.Dismissed);
        scenario.Told(NoticeReason.Dismissed).ShouldBe(["09:20 #teams", "09:20 ayse"]);
        await scenario.At("10:00");
        (await scenario.Escalate()).ShouldNotBe(scenario.Crisis);
    }

    [Fact]
    public async Task Unclassified_SignalNamesAKind_TakesThatPlaybook()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate(CrisisKind.Unclassified);
        await scenario.At("09:20");
        await scenario.Escalate(CrisisKind.ComplaintWave, detector: "complaint-wave");
        scenario.State.Kind.ShouldBe(CrisisKind.ComplaintWave);
        scenario.State.Steps.Select(s => s.Id).ShouldBe(["look", "answer", "fix"]);
    }
}

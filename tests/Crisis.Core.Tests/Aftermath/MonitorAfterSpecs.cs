using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Aftermath;

public sealed class MonitorAfterSpecs
{
    private static async Task<Scenario> Contained(string quietFrom = "10:00")
    {
        var scenario = new Scenario().Between("09:10", quietFrom, 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        await scenario.At("10:02");
        (await scenario.Say("ayse", DecisionVerb.Contained)).ShouldBeNull();
        return scenario;
    }

    [Fact]
    public async Task ProposeContained_CalmForAnHour_AsksTheLead()
    {
        var scenario = new Scenario().Between("09:10", "10:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        await scenario.At("11:20");
        scenario.Told(NoticeReason.ProposeContained).ShouldBe(["11:00 ayse"]);
    }

    [Fact]
    public async Task ProposeContained_AccountTakeover_WaitsForEveryStep()
    {
        var scenario = new Scenario();
        await scenario.At("09:12");
        await scenario.Escalate(CrisisKind.AccountTakeover, cause: CrisisCause.OwnAccount);
        await scenario.At("09:16");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        await scenario.At("11:00");
        scenario.Told(NoticeReason.ProposeContained).ShouldBeEmpty();
        foreach (var step in new[] { "look", "password", "sessions" }) await scenario.Say("can", DecisionVerb.StepDone, ("step", step));
        scenario.Told(NoticeReason.ProposeContained).ShouldBe(["11:00 ayse"]);
    }

    [Fact]
    public async Task Contained_Twice_IsRefused()
    {
        var scenario = await Contained();
        (await scenario.Say("jane", DecisionVerb.Contained)).ShouldBe(Refusals.AlreadyContained);
        (await scenario.Say("jane", DecisionVerb.Dismiss, ("reason", "x"))).ShouldBe(Refusals.AlreadyContained);
        scenario.Told(NoticeReason.Contained).ShouldBe(["10:02 #teams"]);
    }

    [Fact]
    public async Task Recovered_CalmWindowsInARow_SaysSoAndAsksForCauses()
    {
        var scenario = await Contained();
        await scenario.At("12:10");
        scenario.Told(NoticeReason.Recovered).ShouldBe(["12:00 #teams", "12:00 ayse"]);
        scenario.Told(NoticeReason.Causes).ShouldBe(["12:00 ayse"]);
        scenario.Told(NoticeReason.Report).ShouldBe(["12:00 #teams", "12:00 ayse"]);
        scenario.State.Aftermath.Lessons.Select(l => l.Case).ShouldBe(["answered-complaint", "blackout-humour"]);
        scenario.State.RecoveredAt.ShouldBe(Scenario.Time("12:00"));
    }

    [Fact]
    public async Task Relapse_OutsideAgainAfterRecovery_ContinuesTheSameCrisisAndCallsAgain()
    {
        var scenario = (await Contained()).Between("14:00", "15:00", 80, 40);
        await scenario.At("14:30");
        scenario.Lines("relapsed").Count.ShouldBe(1);
        scenario.State.Stage.ShouldBe(CrisisStage.Respond);
        scenario.State.Relapses.ShouldBe(1);
        scenario.Told(NoticeReason.Relapse).ShouldBe(["14:15 #teams", "14:15 ayse"]);
        (await scenario.Say("ayse", DecisionVerb.Acknowledge)).ShouldBeNull();
        (await scenario.Crises.ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Relapse_OneWindowOutside_IsChance()
    {
        var scenario = (await Contained()).Between("14:00", "14:05", 80, 40);
        await scenario.At("15:00");
        scenario.State.Relapses.ShouldBe(0);
    }

    [Fact]
    public async Task Relapse_ContainedWhileNumbersAreHigh_IsNoneUnlessTheyGrow()
    {
        var scenario = await Contained(quietFrom: "11:00");
        await scenario.At("11:30");
        scenario.State.Relapses.ShouldBe(0);
        scenario.State.Stage.ShouldBe(CrisisStage.MonitorAfter);
    }

    [Fact]
    public async Task Relapse_NewSignalOfTheCause_ReturnsToRespond()
    {
        var scenario = await Contained();
        await scenario.At("10:30");
        (await scenario.Escalate(id: "later")).ShouldBe(scenario.Crisis);
        scenario.State.Relapses.ShouldBe(1);
        scenario.State.Stage.ShouldBe(CrisisStage.Respond);
    }

    [Fact]
    public async Task Relapse_SignalFoundBeforeItWasContained_IsNone()
    {
        var scenario = await Contained();
        await scenario.Deliver(new CrisisEscalation
        {
            Id = "late",
            Watch = "kuzey",
            Cause = CrisisCause.Mentions,
            Kind = CrisisKind.ComplaintWave,
            Severity = 2,
            At = Scenario.Time("09:55"),
            Since = Scenario.Time("09:10"),
        });
        scenario.State.Relapses.ShouldBe(0);
    }

    [Fact]
    public async Task Unattended_NobodyAnsweredAndCalmForADay_LeavesAndSaysSo()
    {
        var scenario = new Scenario().Between("09:10", "10:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("12:00+1");
        scenario.State.Stage.ShouldBe(CrisisStage.MonitorAfter);
        scenario.State.Unattended.ShouldBeTrue();
        scenario.Stages()[^1].ShouldBe("10:00+1 monitor-after");
        scenario.Notices.Sent.First(n => n.Notice.Reason == NoticeReason.Contained).Notice.Facts["reason"].ShouldBe("unattended");
        await scenario.At("12:00+3");
        scenario.Lines("closed").Single().Detail["unattended"].ShouldBe("true");
        scenario.Rooms.Reports.Last().State.Unattended.ShouldBeTrue();
    }

    [Fact]
    public async Task Expired_NeverRecovers_IsClosedAfterTheLongestTimeAndSaysSo()
    {
        var scenario = new Scenario(deadlines: new() { Longest = TimeSpan.FromDays(2) }).Between("09:10", "12:00+4", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("10:00+3");
        scenario.State.End.ShouldBe(CrisisEnd.Expired);
        scenario.State.ClosedAt.ShouldBe(Scenario.Time("09:12+2"));
        scenario.Rooms.Reports.Select(r => r.Version).ShouldBe([1]);
    }

    [Fact]
    public async Task Aftercare_Over_ClosesWithTheFinalReport()
    {
        var scenario = await Contained();
        await scenario.At("13:00+1");
        scenario.State.End.ShouldBe(CrisisEnd.Recovered);
        scenario.State.ClosedAt.ShouldBe(Scenario.Time("12:00+1"));
        scenario.Rooms.Reports.Select(r => r.Version).ShouldBe([1, 2]);
        scenario.Told(NoticeReason.Closed).ShouldBe(["12:00+1 #teams", "12:00+1 ayse"]);
        scenario.Told(NoticeReason.Review).Single().ShouldBe("09:00+1 ayse");
        (await new CauseClaims(scenario.Store).HolderAsync("kuzey", CrisisCause.Mentions)).ShouldBeNull();
    }

    [Fact]
    public async Task Causes_NotNamed_AreAskedForAFewTimesWithinHours()
    {
        var scenario = await Contained();
        await scenario.At("12:00+20");
        scenario.Told(NoticeReason.Causes).ShouldBe(["12:00 ayse", "09:00+1 ayse", "09:00+2 ayse", "09:00+3 ayse", "09:00+7 ayse"], ignoreOrder: false);
    }

    [Fact]
    public async Task Causes_Named_AreNotAskedForAgainAndStandInTheReport()
    {
        var scenario = await Contained();
        await scenario.At("12:30");
        (await scenario.Say("ayse", DecisionVerb.CauseNamed, ("cause", "route"), ("text", "A hub was down"))).ShouldBeNull();
        (await scenario.Say("ayse", DecisionVerb.CauseNamed, ("cause", "route"))).ShouldBe(Refusals.TextMissing);
        await scenario.At("12:00+5");
        scenario.Told(NoticeReason.Causes).Count.ShouldBe(1);
        scenario.Rooms.Reports.Last().State.Aftermath.Causes.Single().Text.ShouldBe("A hub was down");
        scenario.State.WakeAt.ShouldBeNull("nothing is left to follow");
    }

    [Fact]
    public async Task Actions_Due_AreRemindedOfAfterTheEndUntilDone()
    {
        var scenario = await Contained();
        await scenario.At("12:30");
        await scenario.Say("ayse", DecisionVerb.CauseNamed, ("text", "A hub was down"));
        (await scenario.Say("ayse", DecisionVerb.ActionSet, ("action", "hub"), ("text", "Second hub"), ("owner", "can"), ("due", "2026-03-10T09:00Z"))).ShouldBeNull();
        await scenario.At("12:30+9");
        scenario.Told(NoticeReason.ActionDue).ShouldBe(["12:00+8 can", "12:00+9 can"]);
        (await scenario.Say("can", DecisionVerb.ActionSet, ("action", "hub"), ("status", "dropped"))).ShouldBe(Refusals.ReasonMissing);
        (await scenario.Say("can", DecisionVerb.ActionSet, ("action", "hub"), ("status", "done"))).ShouldBeNull();
        await scenario.At("12:30+15");
        scenario.Told(NoticeReason.ActionDue).Count.ShouldBe(2);
        scenario.State.WakeAt.ShouldBeNull();
        scenario.Rooms.Reports.Last().State.Aftermath.Actions.Single().Status.ShouldBe(ActionStatus.Done);
    }

    [Fact]
    public async Task Actions_WrongWords_AreRefused()
    {
        var scenario = await Contained();
        (await scenario.Say("ayse", DecisionVerb.ActionSet, ("action", "a"), ("text", "x"))).ShouldBe(Refusals.DueMissing);
        (await scenario.Say("ayse", DecisionVerb.ActionSet, ("action", "a"), ("status", "done"))).ShouldBe(Refusals.UnknownAction);
        (await scenario.Say("ayse", DecisionVerb.ActionSet, ("action", "a"), ("status", "perhaps"))).ShouldBe(Refusals.UnknownStatus);
    }

    [Fact]
    public async Task Survey_Answered_IsCountedOnceAnOpen()
    {
        var scenario = await Contained();
        (await scenario.Say("survey", DecisionVerb.Survey, ("rating", "4"))).ShouldBe(Refusals.SurveyNotOpen);
        await scenario.At("12:30");
        (await scenario.Say("survey", DecisionVerb.Survey, ("rating", "6"))).ShouldBe(Refusals.RatingMissing);
        (await scenario.Say("survey", DecisionVerb.Survey, ("rating", "2"), ("text", "çok geç"))).ShouldBeNull();
        (await scenario.Say("survey", DecisionVerb.Survey, ("rating", "4"))).ShouldBeNull();
        await scenario.At("13:10");
        scenario.State.Aftermath.Survey.Mean.ShouldBe(3.0);
        scenario.State.Lead.ShouldBe("ayse");
    }

    [Fact]
    public async Task Reviewed_OfRosterAndPlaybook_IsRemembered()
    {
        var scenario = await Contained();
        (await scenario.Say("ayse", DecisionVerb.Reviewed, ("what", "weather"))).ShouldBe(Refusals.WhatMissing);
        (await scenario.Say("ayse", DecisionVerb.Reviewed, ("what", "roster"))).ShouldBeNull();
        (await scenario.Say("ayse", DecisionVerb.Reviewed, ("what", "roster"))).ShouldBe(Refusals.AlreadyDone);
        scenario.State.Aftermath.Reviewed.ShouldBe(["roster"]);
    }

    [Fact]
    public async Task Reviewed_BeforeAnybodyWasCalled_IsRefused()
    {
        var scenario = new Scenario().Between("09:10", "10:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate(severity: 3);
        scenario.State.Plan.ShouldBeNull();
        (await scenario.Say("ayse", DecisionVerb.Reviewed, ("what", "roster"))).ShouldBe(Refusals.NotResponding);
    }
}

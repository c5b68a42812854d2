using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Response;

public sealed class CallingSpecs
{
    private static Scenario Loud(Team? team = null, string from = "09:10", string before = "23:00") =>
        new Scenario(team).Between(from, before, 80, 40);

    private static async Task<Scenario> Opened(int severity, string at, Team? team = null, string before = "23:00")
    {
        var scenario = Loud(team, at, before);
        await scenario.At(at);
        await scenario.Escalate(severity: severity);
        return scenario;
    }

    [Fact]
    public async Task Ladder_NobodyAcknowledges_CallsTheNextRungAndReminds()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:31");
        scenario.ToldTo("ayse").ShouldBe(["09:15 first", "09:30 reminder"]);
        scenario.ToldTo("jane").ShouldBe(["09:30 escalation"]);
        scenario.ToldTo("#teams").ShouldBe(["09:15 first"]);
        scenario.ToldTo("can").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ladder_Severity1_CallsAtOnceThenEveryone()
    {
        var scenario = await Opened(1, "09:12");
        await scenario.At("09:18");
        scenario.Told(NoticeReason.First).ShouldBe(["09:12 #teams", "09:12 ayse", "09:12 jane"]);
        scenario.Told(NoticeReason.Escalation).ShouldBe(["09:17 mehmet", "09:17 can"]);
    }

    [Fact]
    public async Task Ladder_Severity2AtNight_WaitsForThoseWhoComeOnDutyFirst()
    {
        var scenario = await Opened(2, "02:00+1", before: "12:00+1");
        await scenario.At("09:00+1");
        scenario.ToldTo("#teams")[0].ShouldBe("02:03+1 first");
        scenario.ToldTo("mehmet")[0].ShouldBe("08:00+1 first");
        scenario.ToldTo("ayse").ShouldBe(["09:00+1 first"]);
    }

    [Fact]
    public async Task Ladder_Severity1AtNight_BreaksThroughQuietHours()
    {
        var scenario = await Opened(1, "02:00+1", before: "12:00+1");
        await scenario.At("02:06+1");
        scenario.Told(NoticeReason.First).ShouldBe(["02:00+1 #teams", "02:00+1 ayse", "02:00+1 jane"]);
        scenario.Told(NoticeReason.Escalation).ShouldBe(["02:05+1 mehmet", "02:05+1 can"]);
    }

    [Fact]
    public async Task Ladder_LeadOffDuty_CallsTheStandInAtOnce()
    {
        var scenario = await Opened(2, "20:00");
        await scenario.At("20:05");
        scenario.Told(NoticeReason.First).ShouldBe(["20:03 #teams", "20:03 mehmet"]);
    }

    [Fact]
    public async Task Ladder_LeadOnLeave_CallsTheStandIn()
    {
        var away = Rosters.Ayse with { Away = [new Absence(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2))] };
        var scenario = await Opened(2, "10:00", Rosters.Usual with { People = [away, Rosters.Mehmet, Rosters.Jane] });
        await scenario.At("10:04");
        scenario.Told(NoticeReason.First).ShouldBe(["10:03 #teams", "10:03 mehmet"]);
    }

    [Fact]
    public async Task Ladder_Severity1AndLeadOnLeave_StillSparesTheLead()
    {
        var away = Rosters.Ayse with { Away = [new Absence(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2))] };
        var scenario = await Opened(1, "10:00", Rosters.Usual with { People = [away, Rosters.Mehmet, Rosters.Jane] });
        await scenario.At("10:20");
        scenario.ToldTo("ayse").ShouldBeEmpty();
        scenario.ToldTo("mehmet")[0].ShouldBe("10:00 first");
    }

    [Fact]
    public async Task Ladder_Holiday_CallsNobodyWithHoursUntilTheDayAfter()
    {
        var scenario = await Opened(2, "10:00", Rosters.Usual with { Holidays = [new DateOnly(2026, 3, 2)] }, before: "12:00+1");
        await scenario.At("09:30+1");
        scenario.Told(NoticeReason.First).ShouldBe(["10:03 #teams", "08:00+1 mehmet", "09:00+1 ayse"]);
    }

    [Fact]
    public async Task Ladder_NobodyReached_TellsOperationsOnce()
    {
        var scenario = await Opened(2, "10:00", Rosters.Usual with { Holidays = [new DateOnly(2026, 3, 2)] });
        await scenario.At("16:00");
        scenario.Told(NoticeReason.Operations).ShouldBe(["10:03 #ops"]);
    }

    [Fact]
    public async Task Ladder_NoChannelReachesTheLead_GoesOnWithoutWaiting()
    {
        var scenario = Loud();
        scenario.Notices.Unreachable.Add("person:ayse");
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:16");
        scenario.Told(NoticeReason.Escalation).ShouldBe(["09:15 jane"]);
        scenario.Lines("notice-failed").Single().Detail["to"].ShouldBe("person:ayse");
    }

    [Fact]
    public async Task Ladder_NobodyAnswersForHours_RemindsEverLessOften()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("17:00");
        scenario.ToldTo("ayse").Where(t => t.EndsWith("reminder", StringComparison.Ordinal))
            .ShouldBe(["09:30 reminder", "10:00 reminder", "11:00 reminder", "13:00 reminder", "17:00 reminder"]);
    }

    [Fact]
    public async Task Acknowledge_ByOneOfTwoCalled_LetsTheOtherRest()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:35");
        (await scenario.Say("jane", DecisionVerb.Acknowledge)).ShouldBeNull();
        await scenario.At("09:59");
        scenario.Told(NoticeReason.Acknowledged).ShouldBe(["09:35 #teams", "09:35 ayse"]);
        scenario.ToldTo("ayse").Count(t => t.EndsWith("reminder", StringComparison.Ordinal)).ShouldBe(1);
        scenario.State.Lead.ShouldBe("jane");
        scenario.State.AcknowledgedAt.ShouldBe(Scenario.Time("09:35"));
    }

    [Fact]
    public async Task Acknowledge_Again_IsRefusedWithTheReason()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        (await scenario.Say("ayse", DecisionVerb.Acknowledge)).ShouldBe(Refusals.AlreadyYours);
        (await scenario.Say("jane", DecisionVerb.Acknowledge)).ShouldBe(Refusals.AlreadyAcknowledged);
        scenario.Lines("decision").Select(l => l.Detail["outcome"]).ShouldBe(["applied", "refused", "refused"]);
    }

    [Fact]
    public async Task Acknowledge_InDetect_EndsTheSettling()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.Say("mehmet", DecisionVerb.Acknowledge);
        scenario.Stages().ShouldBe(["09:12 respond"]);
        scenario.State.Lead.ShouldBe("mehmet");
        await scenario.At("09:40");
        scenario.Told(NoticeReason.First).ShouldBe(["09:12 #teams"]);
    }

    [Fact]
    public async Task Decide_StrangerToTheRoster_IsRefused()
    {
        var scenario = await Opened(2, "09:12");
        (await scenario.Say("mallory", DecisionVerb.Contained)).ShouldBe(Refusals.NotOnRoster);
        scenario.State.Stage.ShouldBe(CrisisStage.Detect);
    }

    [Fact]
    public async Task TakeOver_FromAnother_TellsWhoHadIt()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        await scenario.At("09:25");
        (await scenario.Say("can", DecisionVerb.TakeOver)).ShouldBeNull();
        scenario.State.Lead.ShouldBe("can");
        scenario.ToldTo("ayse")[^1].ShouldBe("09:25 acknowledged");
        (await scenario.Say("can", DecisionVerb.TakeOver)).ShouldBe(Refusals.AlreadyYours);
    }

    [Fact]
    public async Task HandOver_ToAnother_TellsThatPerson()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        (await scenario.Say("ayse", DecisionVerb.HandOver, ("to", "nobody"))).ShouldBe(Refusals.UnknownPerson);
        (await scenario.Say("ayse", DecisionVerb.HandOver, ("to", "ayse"))).ShouldBe(Refusals.AlreadyTheirs);
        (await scenario.Say("ayse", DecisionVerb.HandOver, ("to", "jane"))).ShouldBeNull();
        scenario.State.Lead.ShouldBe("jane");
        scenario.Told(NoticeReason.HandOver).ShouldBe(["09:20 jane"]);
    }

    [Fact]
    public async Task Stale_AcknowledgedThenSilent_CallsTheLadderAgainUntilSomebodySaysSomething()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        await scenario.At("10:21");
        scenario.Told(NoticeReason.Stale).ShouldBe(["10:05 ayse"]);
        scenario.Told(NoticeReason.Escalation).ShouldBe(["10:20 jane"]);
        await scenario.Say("jane", DecisionVerb.Acknowledge);
        scenario.State.Lead.ShouldBe("jane");
        await scenario.At("10:50");
        scenario.ToldTo("jane").Count(t => t.EndsWith("reminder", StringComparison.Ordinal)).ShouldBe(0);
    }

    [Fact]
    public async Task Raise_WhileCalling_CallsThoseTheNewLadderNamesAndNobodyTwice()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:16");
        await scenario.Say("mehmet", DecisionVerb.Note, ("text", "worse than it looks"));
        (await scenario.Say("mehmet", DecisionVerb.Raise, ("reason", "press"))).ShouldBeNull();
        scenario.State.Severity.ShouldBe(1);
        scenario.State.Lead.ShouldBe("mehmet", "who acts has it");
        await scenario.At("09:30");
        scenario.Told(NoticeReason.Escalation).ShouldBe(["09:16 jane"]);
        scenario.ToldTo("ayse").Count(t => t.EndsWith("first", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Plan_PersonJoinsTheRosterAtNight_MayTakeOverAndIsInThePlan()
    {
        var scenario = await Opened(2, "09:12");
        await scenario.At("09:20");
        var team = Rosters.Usual with { People = [.. Rosters.Usual.People, new Person { Id = "yeni", Name = "Yeni", Roles = ["lead"] }] };
        scenario.Config.Config = scenario.Config.Config with { Teams = new Dictionary<string, Team> { ["default"] = team }, Version = "v2" };
        (await scenario.Say("yeni", DecisionVerb.Acknowledge)).ShouldBeNull();
        scenario.State.Plan!.ConfigVersion.ShouldBe("v2");
        scenario.State.Plan.People.ShouldContain(p => p.Id == "yeni");
        scenario.Told(NoticeReason.First).Count.ShouldBe(2);
    }
}

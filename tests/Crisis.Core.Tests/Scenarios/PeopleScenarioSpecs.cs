using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>Hours, holidays, leave, silence, and who has it.</summary>
public sealed class PeopleScenarioSpecs
{
    private static Team Away(string person) => Rosters.Usual with
    {
        People = [.. Rosters.Usual.People.Select(p => p.Id == person ? p with { Away = [new Absence(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3))] } : p)],
    };

    [Fact]
    public async Task LeadOnLeave_TheStandInIsCalledInHisLanguage_AndHasItInTheReport()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 2, team: Away("ayse"));
        await story.At("09:16");
        story.Told(NoticeReason.First).ShouldBe(["09:15 #teams tr", "09:15 mehmet tr"]);
        await story.Say("mehmet", DecisionVerb.Acknowledge);
        await story.At("11:30");
        await story.Say("mehmet", DecisionVerb.Contained);
        await story.At("13:30");
        story.To("ayse").ShouldBeEmpty();
        story.Report().ShouldContain("Mehmet Kaya");
    }

    [Fact]
    public async Task PublicHoliday_NobodyCountsAsOnDuty_OperationsLearnOfIt()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 2, team: Rosters.Usual with { Holidays = [new DateOnly(2026, 3, 2)] }, loudBefore: "10:00+1");
        await story.At("12:00");
        story.Told(NoticeReason.First).ShouldBe(["09:15 #teams tr"]);
        story.Told(NoticeReason.Operations).ShouldBe(["09:15 #ops tr"]);
        story.Letter("#ops", NoticeReason.Operations).What.ShouldContain("ekipten kimseye ulaşılamadı");
        await story.At("09:05+1");
        story.To("ayse").ShouldContain("09:00+1 first");
        await story.Say("ayse", DecisionVerb.Acknowledge);
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("ekipten kimseye ulaşılamadı");
    }

    [Fact]
    public async Task Silence_WholeLadder_RemindsLessAndLess_AndLeavesUnattended()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 2, loudBefore: "09:40");
        await story.At("18:00+2");
        story.To("ayse").Where(t => t.EndsWith("reminder", StringComparison.Ordinal)).Take(4).ShouldBe(["09:30 reminder", "10:00 reminder", "11:00 reminder", "13:00 reminder"]);
        story.Letter("ayse", NoticeReason.Reminder).What.ShouldContain("henüz kimse");
        story.To("jane")[0].ShouldBe("09:30 escalation");
        story.Letter("jane", NoticeReason.Escalation).Language.ShouldBe("en");
        story.State.Unattended.ShouldBeTrue();
        story.Report().ShouldContain("kimse yanıt vermedi");
    }

    [Fact]
    public async Task AcknowledgedThenSilent_GoesStale_TheNextIsCalledAndTakesOver()
    {
        var story = await Story.Of(CrisisKind.CampaignFailure, 2, loudBefore: "13:00");
        await story.Acknowledge("ayse", "09:20");
        await story.At("10:25");
        story.Told(NoticeReason.Stale).ShouldBe(["10:05 ayse tr"]);
        story.Letter("ayse", NoticeReason.Stale).Ask.ShouldNotBeEmpty();
        story.Told(NoticeReason.Escalation).ShouldBe(["10:20 jane en"]);
        (await story.Say("jane", DecisionVerb.TakeOver)).ShouldBeNull();
        story.To("ayse")[^1].ShouldBe("10:25 acknowledged");
        story.Letter("ayse", NoticeReason.Acknowledged).What.ShouldContain("Jane Fox");
        await story.Say("jane", DecisionVerb.Close, ("reason", "done"));
        story.Report().ShouldContain("Jane Fox");
    }

    [Fact]
    public async Task Stale_AnsweredByANote_CallsNobodyElse()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 2, loudBefore: "13:00");
        await story.Acknowledge("ayse", "09:20");
        await story.At("10:06");
        story.Told(NoticeReason.Stale).ShouldBe(["10:05 ayse tr"]);
        await story.Say("ayse", DecisionVerb.Note, ("text", "Aktarma merkezi ile konuşuyorum"));
        await story.At("10:40");
        story.Told(NoticeReason.Escalation).ShouldBeEmpty();
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("Aktarma merkezi ile konuşuyorum");
    }

    [Fact]
    public async Task HandedOver_TheOtherIsToldByWhom_AndTheReportNamesBoth()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 2, language: "en");
        await story.Acknowledge("ayse", "09:20");
        await story.At("09:40");
        (await story.Say("ayse", DecisionVerb.HandOver, ("to", "jane"), ("text", "I board a plane"))).ShouldBeNull();
        story.Told(NoticeReason.HandOver).ShouldBe(["09:40 jane en"]);
        story.Letter("jane", NoticeReason.HandOver).What.ShouldContain("Ayşe Demir");
        story.State.Lead.ShouldBe("jane");
        await story.Say("jane", DecisionVerb.Close, ("reason", "settled"));
        story.Report().ShouldContain("I board a plane");
        story.Report().ShouldContain("Jane Fox");
    }

    [Fact]
    public async Task AcknowledgedByOne_TheOtherMayRest_AndGetsNoReminder()
    {
        var story = await Story.Of(CrisisKind.MistakenPost, 1);
        await story.Acknowledge("jane", "09:13");
        await story.At("09:40");
        story.Told(NoticeReason.Acknowledged).ShouldBe(["09:13 #teams tr", "09:13 ayse tr"]);
        story.Letter("ayse", NoticeReason.Acknowledged).Ask.ShouldContain("yanıt");
        story.Told(NoticeReason.Reminder).ShouldBeEmpty();
        story.Told(NoticeReason.Escalation).ShouldBeEmpty();
    }

    [Fact]
    public async Task StepsOfOthers_OutsideTheirHours_WaitForTheMorning()
    {
        var story = await Story.Of(CrisisKind.PersonalDataAbuse, 2, "19:00", loudBefore: "12:00+1", deadlines: new() { Stale = TimeSpan.FromHours(20) });
        await story.Acknowledge("mehmet", "19:10");
        await story.At("08:30+1");
        story.To("jane").ShouldBeEmpty();
        story.To("can").ShouldContain("19:10 step-assigned");
        await story.At("09:01+1");
        story.To("jane")[0].ShouldBe("09:00+1 step-assigned");
        story.Facts("jane", NoticeReason.StepAssigned).ShouldContain("Your step");
    }

    [Fact]
    public async Task MailRefused_TheTeamsChannelIsToldForWhomItWas_AndTheReportCountsIt()
    {
        var story = new Story();
        story.Mail.Broken = true;
        await story.At("09:12");
        await story.Scenario.Escalate(severity: 2);
        await story.At("09:16");
        story.Letters.Where(l => l.To == "#teams").Select(l => l.Notice.Recipient).ShouldContain("person:ayse");
        story.Letters.Last(l => l.Notice.Recipient == "person:ayse").Notice.Remarks.ShouldContain(r => r.Contains("Ayşe Demir"));
        await story.Say("mehmet", DecisionVerb.Acknowledge);
        await story.Say("mehmet", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("| mail |");
    }

    [Fact]
    public async Task Stranger_NotOnTheRoster_ChangesNothing()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 2);
        await story.At("09:20");
        (await story.Say("mallory", DecisionVerb.Contained)).ShouldBe(Refusals.NotOnRoster);
        story.State.Lead.ShouldBeNull();
        story.Told(NoticeReason.Contained).ShouldBeEmpty();
    }
}

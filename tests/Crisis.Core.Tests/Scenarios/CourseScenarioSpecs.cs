using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>Approval, containment, relapse, reopening, merging and splitting, drills.</summary>
public sealed class CourseScenarioSpecs
{
    private static async Task<Story> Handled(CrisisKind kind = CrisisKind.ComplaintWave, string language = "tr", string loudBefore = "10:00")
    {
        var story = await Story.Of(kind, 2, language: language, loudBefore: loudBefore);
        await story.Acknowledge("ayse", "09:20");
        return story;
    }

    [Fact]
    public async Task Approval_ByTheWrongRole_IsRefused_ByTheRightOneKeptWordForWord()
    {
        var story = await Handled(CrisisKind.PersonalDataAbuse, "en");
        (await story.Say("mehmet", DecisionVerb.DraftApprove, ("draft", "breach"))).ShouldBe(Refusals.NotAnApprover);
        (await story.Say("can", DecisionVerb.DraftApprove, ("draft", "warning"))).ShouldBe(Refusals.NotAnApprover);
        (await story.Say("jane", DecisionVerb.DraftApprove, ("draft", "breach"), ("text", "We have told the authority on 2 March."), ("language", "en"))).ShouldBeNull();
        await story.Say("ayse", DecisionVerb.Close, ("reason", "done"));
        story.Report().ShouldContain("We have told the authority on 2 March.");
        story.Report().ShouldContain("Jane Fox");
    }

    [Fact]
    public async Task Draft_Changed_AsksTheApproversInTheirLanguage()
    {
        var story = await Handled(CrisisKind.CampaignFailure);
        await story.Say("jane", DecisionVerb.DraftEdit, ("draft", "paused"), ("text", "We have paused it."), ("language", "en"));
        await story.At("09:25");
        story.Told(NoticeReason.Approval).ShouldBe(["09:21 ayse tr"]);
        story.Letter("ayse", NoticeReason.Approval).Ask.ShouldContain("onayl");
    }

    [Fact]
    public async Task Contained_ThenRecovered_TellsEachOnce_AndTheReportSaysHowLong()
    {
        var story = await Handled();
        await story.At("10:05");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("12:30");
        story.Told(NoticeReason.Contained).ShouldBe(["10:05 #teams tr"]);
        story.Told(NoticeReason.Recovered).ShouldBe(["12:00 #teams tr", "12:00 ayse tr"]);
        story.Told(NoticeReason.Causes).ShouldBe(["12:00 ayse tr"]);
        story.Told(NoticeReason.Report).ShouldBe(["12:00 #teams tr", "12:00 ayse tr"]);
        story.Report().ShouldContain("2 sa 50 dk");
    }

    [Fact]
    public async Task Relapse_CallsAgain_AndTheReportCountsIt()
    {
        var story = await Handled(language: "en");
        story.Scenario.Between("14:00", "15:00", 80, 40);
        await story.At("10:05");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("14:30");
        story.Told(NoticeReason.Relapse).ShouldBe(["14:15 #teams tr", "14:15 ayse tr"]);
        story.Letter("ayse", NoticeReason.Relapse).What.ShouldContain("1");
        await story.Say("ayse", DecisionVerb.Acknowledge);
        await story.At("15:05");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("18:00");
        story.Report().ShouldContain("It came back 1 time.");
        story.Told(NoticeReason.Contained).Where(t => t.EndsWith("#teams tr", StringComparison.Ordinal)).ShouldBe(["10:05 #teams tr", "15:05 #teams tr"]);
    }

    [Fact]
    public async Task Reopened_AfterTheEnd_CallsTheTeamAgain_AndTheReportGoesOn()
    {
        var story = await Handled();
        await story.At("10:05");
        await story.Say("ayse", DecisionVerb.Close, ("reason", "çözüldü"));
        var reports = story.Reports;
        await story.At("15:00");
        (await story.Say("jane", DecisionVerb.Reopen, ("reason", "Bir gazete daha yazdı"))).ShouldBeNull();
        await story.At("15:01");
        story.Told(NoticeReason.First).Where(t => t.StartsWith("15:00", StringComparison.Ordinal)).ShouldNotBeEmpty();
        await story.Say("ayse", DecisionVerb.Acknowledge);
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bu kez bitti"));
        story.Reports.ShouldBeGreaterThan(reports);
        story.Report().ShouldContain("Bir gazete daha yazdı");
        story.Report().ShouldContain("bu kez bitti");
    }

    [Fact]
    public async Task Merged_ThePartSaysWhereItWentOn()
    {
        var story = await Handled();
        var other = await story.Scenario.Escalate(CrisisKind.MistakenPost, 3, CrisisCause.OwnAccount, "post-backlash");
        other.ShouldNotBe(story.Scenario.Crisis);
        (await story.Say("ayse", DecisionVerb.Merge, ("into", other), ("reason", "aynı olay"))).ShouldBeNull();
        await story.At("09:30");
        story.State.End.ShouldBe(CrisisEnd.Merged);
        story.Letter("ayse", NoticeReason.Closed).What.ShouldContain("birleştirildi");
        story.Report().ShouldBeEmpty("its story is told by the other");
        story.Scenario.StateOf(other).Signals.Select(s => s.Detector).ShouldContain("negative-surge");
    }

    [Fact]
    public async Task Split_ThePartCallsItsOwnTeamAndHasItsOwnReport()
    {
        var story = await Handled(language: "en");
        (await story.Say("ayse", DecisionVerb.Split, ("kind", "campaign-failure"), ("reason", "The poster is another matter"))).ShouldBeNull();
        await story.At("09:25");
        var part = (await story.Scenario.Crises.ListOpenAsync()).Single(c => c.Id != story.Scenario.Crisis);
        part.Kind.ShouldBe(CrisisKind.CampaignFailure);
        story.Letters.Where(l => l.Notice.Crisis == part.Id && l.Notice.Reason == NoticeReason.First).Select(l => l.To).ShouldBe(["#teams", "ayse"], ignoreOrder: true);
        await story.Say("ayse", DecisionVerb.Close, ("reason", "done"));
        story.Report().ShouldContain("The poster is another matter");
        story.Report(part.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dismissed_ByTheLead_TellsThoseWhoWereCalled()
    {
        var story = await Handled();
        (await story.Say("ayse", DecisionVerb.Dismiss, ("reason", "Bir dizinin adı"))).ShouldBeNull();
        story.Told(NoticeReason.Dismissed).ShouldBe(["09:20 #teams tr", "09:20 ayse tr"]);
        story.Facts("ayse", NoticeReason.Dismissed).ShouldContain("Bir dizinin adı");
        story.Report().ShouldContain("Bir dizinin adı");
    }

    [Fact]
    public async Task NeverRecovers_ClosesAfterTheLongestTime_AndSaysSo()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 3, loudBefore: "09:12+5", deadlines: new() { Longest = TimeSpan.FromDays(3) });
        await story.Acknowledge("ayse", "09:20");
        await story.At("10:00");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("10:00+4");
        story.State.End.ShouldBe(CrisisEnd.Expired);
        story.Report().ShouldContain("en uzun süre");
    }

    [Fact]
    public async Task Survey_AnswersOfCustomers_StandInTheReport()
    {
        var story = await Handled(language: "en");
        await story.At("10:05");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("12:30");
        (await story.Say("survey", DecisionVerb.Survey, ("rating", "2"), ("text", "You answered too late"), ("language", "en"))).ShouldBeNull();
        (await story.Say("survey", DecisionVerb.Survey, ("rating", "5"))).ShouldBeNull();
        await story.At("13:00+1");
        story.Report().ShouldContain("You answered too late");
        story.Report().ShouldContain("3.5");
    }

    [Fact]
    public async Task Actions_NamedAndDone_AreFollowedBeyondTheEnd()
    {
        var story = await Handled();
        await story.At("10:05");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("12:30");
        await story.Say("ayse", DecisionVerb.CauseNamed, ("text", "Aktarma merkezinde bant arızası"));
        await story.Say("ayse", DecisionVerb.ActionSet, ("action", "belt"), ("text", "Yedek bant"), ("owner", "can"), ("due", "2026-03-10T09:00Z"));
        await story.At("12:30+8");
        story.Told(NoticeReason.ActionDue).ShouldBe(["12:00+8 can tr"]);
        story.Letter("can", NoticeReason.ActionDue).What.ShouldContain("Yedek bant");
        await story.Say("can", DecisionVerb.ActionSet, ("action", "belt"), ("status", "done"));
        await story.At("13:30+9");
        story.Report().ShouldContain("Yedek bant");
        story.Report().ShouldContain("bant arızası");
    }

    [Fact]
    public async Task Drill_WithTwoParticipants_TellsNobodyElse_AndSaysThatItIsOne()
    {
        var story = new Story(loudBefore: "09:11");
        await story.At("14:00");
        (await story.Say("ayse", DecisionVerb.Open, ("kind", "account-takeover"), ("severity", "1"), ("reason", "Üç ayda bir tatbikat"), ("drill", "true"), ("people", "ayse,can"))).ShouldBeNull();
        await story.At("14:10");
        story.Everybody.ShouldBe(["ayse", "can"]);
        story.Letter("ayse", NoticeReason.First).Subject.ShouldContain("TATBİKAT");
        (await story.Say("can", DecisionVerb.Acknowledge)).ShouldBeNull();
        foreach (var step in story.State.Steps) await story.Say("can", DecisionVerb.StepDone, ("step", step.Id));
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Everybody.ShouldBe(["ayse", "can"]);
        story.Report().ShouldContain("tatbikat", Case.Insensitive);
    }

    [Fact]
    public async Task Drill_WhileSomethingReallyHappens_StaysApart()
    {
        var story = new Story();
        await story.At("09:11");
        await story.Say("ayse", DecisionVerb.Open, ("kind", "complaint-wave"), ("severity", "2"), ("reason", "tatbikat"), ("drill", "true"), ("people", "jane"));
        var real = await story.Scenario.Escalate(severity: 2);
        real.ShouldNotBe(story.Scenario.Crisis);
        await story.At("09:20");
        story.Letters.Where(l => l.Notice.Crisis == real).Select(l => l.To).Distinct().ShouldBe(["#teams", "ayse"], ignoreOrder: true);
        story.Letters.Where(l => l.Notice.Drill).Select(l => l.To).Distinct().ShouldBe(["jane"]);
        (await story.Say("ayse", DecisionVerb.Merge, ("into", real))).ShouldBe(Refusals.UnknownCrisis);
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>How bad it is decides who is woken, and when.</summary>
public sealed class SeverityScenarioSpecs
{
    [Theory]
    [InlineData(1, "09:12 ayse tr, 09:12 jane en", "kritik")]
    [InlineData(2, "09:15 ayse tr", "yüksek")]
    [InlineData(3, "09:21 ayse tr", "orta")]
    [InlineData(4, "09:21 ayse tr", "izleme")]
    public async Task EachSeverity_AtNine_CallsItsOwnRung(int severity, string called, string word)
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, severity);
        if (severity == 4) story.Scenario.Between("09:10", "11:00", 12, 7);
        await story.At("09:26");
        string.Join(", ", story.Told(NoticeReason.First).Where(t => !t.Contains('#'))).ShouldBe(called);
        story.Letter("ayse", NoticeReason.First).What.ShouldContain(word);
        story.Letter("ayse", NoticeReason.First).Subject.ShouldContain("Kuzey Kargo");
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain(word);
    }

    [Theory]
    [InlineData(1, "02:00+1 ayse tr|02:00+1 jane en|02:05+1 mehmet tr|02:05+1 can tr")]
    [InlineData(2, "08:00+1 mehmet tr|09:00+1 ayse tr")]
    [InlineData(3, "08:00+1 mehmet tr|09:00+1 ayse tr")]
    public async Task EachSeverity_AtNight_WakesOrWaits(int severity, string called)
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, severity, "02:00+1", loudBefore: "12:00+1");
        await story.At("09:01+1");
        string.Join('|', story.Letters.Where(l => l.Notice.Reason is NoticeReason.First or NoticeReason.Escalation && l.To[0] != '#').Select(l => l.ToString()).Take(called.Split('|').Length)).ShouldBe(called);
        await story.Say("ayse", DecisionVerb.Acknowledge);
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("üstlenme (açılıştan)");
    }

    [Fact]
    public async Task NumbersExplode_SeverityRises_CallsMoreHandsAndTheReportTellsWhy()
    {
        var story = new Story(loudFrom: "09:10", loudBefore: "09:30");
        story.Scenario.Between("09:30", "11:00", 2000, 1500);
        await story.At("09:12");
        await story.Scenario.Escalate(severity: 3);
        await story.Acknowledge("ayse", "09:20");
        await story.At("10:00");
        story.State.Severity.ShouldBe(1);
        story.To("jane").ShouldContain(t => t.EndsWith("escalation", StringComparison.Ordinal));
        story.Letter("jane", NoticeReason.Escalation).What.ShouldContain("critical");
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("kritik");
    }

    [Fact]
    public async Task NumbersCollapseOnTheSecondLook_NobodyIsCalledAndThereIsNoReport()
    {
        var story = new Story(loudFrom: "09:05", loudBefore: "09:10");
        await story.At("09:12");
        await story.Scenario.Escalate(severity: 3);
        await story.At("11:00");
        story.State.End.ShouldBe(CrisisEnd.Dismissed);
        story.Letters.ShouldBeEmpty();
        story.Report().ShouldBeEmpty();
    }

    [Fact]
    public async Task RaisedByAPerson_StaysThere_AndTheReportSaysWhoAndWhy()
    {
        var story = await Story.Of(CrisisKind.ComplaintWave, 3);
        await story.Acknowledge("ayse", "09:20");
        await story.At("09:25");
        (await story.Say("ayse", DecisionVerb.Raise, ("severity", "1"), ("reason", "Televizyon arıyor"))).ShouldBeNull();
        story.Told(NoticeReason.Escalation).ShouldBe(["09:25 jane en"]);
        await story.At("13:00");
        story.State.Severity.ShouldBe(1, "rules leave a person's word alone");
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("Televizyon arıyor");
    }

    [Fact]
    public async Task OpenedByHand_ThePressCalls_AsksNoNumbers()
    {
        var story = new Story("en", loudBefore: "09:10");
        await story.At("14:00");
        (await story.Say("mehmet", DecisionVerb.Open, ("kind", "campaign-failure"), ("severity", "2"), ("reason", "A newspaper asks about the poster"))).ShouldBeNull();
        await story.At("14:02");
        story.Told(NoticeReason.First).ShouldBe(["14:00 #teams tr", "14:00 ayse tr"]);
        story.Facts("ayse", NoticeReason.First).ShouldContain("Mehmet Kaya");
        await story.Say("ayse", DecisionVerb.Close, ("reason", "The editor has our answer"));
        story.Report().ShouldContain("A newspaper asks about the poster");
        story.Report().ShouldContain("The editor has our answer");
    }

    [Fact]
    public async Task BerlinBrand_TimesInMail_AreThoseOfTheWatch()
    {
        var story = new Story("en", zone: "Europe/Berlin");
        await story.At("09:12");
        await story.Scenario.Escalate(severity: 1);
        story.Letter("jane", NoticeReason.First).What.ShouldContain("07:10");
        story.Letter("jane", NoticeReason.First).Foot[0].ShouldContain("Europe/Berlin");
        story.Letter("ayse", NoticeReason.First).What.ShouldContain("07.10");
    }
}

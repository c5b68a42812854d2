using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>Every kind of crisis from the first call to the report, with the playbook that ships, for a Turkish and for an English brand.</summary>
public sealed class KindScenarioSpecs
{
    public static TheoryData<CrisisKind, string, string, string, string, string, string, string> Kinds => new()
    {
        // kind, the brand's language, what a Turkish and an English reader read, who takes it, who has steps, a draft and who may not approve it
        { CrisisKind.ComplaintWave, "tr", "şikâyet dalgası", "complaint wave", "ayse", "mehmet", "answer", "can" },
        { CrisisKind.ComplaintWave, "en", "şikâyet dalgası", "complaint wave", "ayse", "mehmet", "answer", "can" },
        { CrisisKind.MistakenPost, "tr", "hatalı paylaşım", "mistaken post", "jane", "ayse", "apology", "can" },
        { CrisisKind.MistakenPost, "en", "hatalı paylaşım", "mistaken post", "jane", "ayse", "apology", "mehmet" },
        { CrisisKind.CampaignFailure, "tr", "kampanya", "campaign failure", "ayse", "jane", "apology", "jane" },
        { CrisisKind.CampaignFailure, "en", "kampanya", "campaign failure", "ayse", "jane", "apology", "jane" },
        { CrisisKind.AccountTakeover, "tr", "hesabın ele geçirilmesi", "account takeover", "ayse", "can", "taken-over", "mehmet" },
        { CrisisKind.AccountTakeover, "en", "hesabın ele geçirilmesi", "account takeover", "ayse", "can", "taken-over", "can" },
        { CrisisKind.PersonalDataAbuse, "tr", "kişisel veri", "abuse of personal data", "ayse", "jane", "breach", "mehmet" },
        { CrisisKind.PersonalDataAbuse, "en", "kişisel veri", "abuse of personal data", "ayse", "jane", "breach", "can" },
        { CrisisKind.Unclassified, "tr", "sınıflandırılmamış", "unclassified event", "jane", "ayse", "holding", "jane" },
        { CrisisKind.Unclassified, "en", "sınıflandırılmamış", "unclassified event", "jane", "ayse", "holding", "mehmet" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Critical_OfEachKind_CallsWorksAndReports(CrisisKind kind, string language, string turkish, string english, string lead, string worker, string draft, string wrong)
    {
        var story = await Story.Of(kind, 1, language: language);
        await story.At("09:14");
        story.Told(NoticeReason.First).ShouldBe(["09:12 #teams tr", "09:12 ayse tr", "09:12 jane en"]);
        story.Letter("ayse", NoticeReason.First).What.ShouldContain(turkish);
        story.Letter("jane", NoticeReason.First).What.ShouldContain(english);

        (await story.Say(lead, DecisionVerb.Acknowledge)).ShouldBeNull();
        if (lead == "ayse") story.Letter("jane", NoticeReason.Acknowledged).What.ShouldContain("Ayşe Demir is on it");
        else story.Letter("ayse", NoticeReason.Acknowledged).What.ShouldContain("Krizi üstlenen: Jane Fox");
        story.To(worker).ShouldContain("09:14 step-assigned");
        story.To(lead).ShouldNotContain("09:14 step-assigned", "who has the crisis sees all steps");
        var playbook = story.Scenario.Config.Config.PlaybookOf(kind);
        var mine = playbook.Steps.First(s => s.Id == story.State.Steps.First(x => x.Owner == worker).Id);
        story.Facts(worker, NoticeReason.StepAssigned).ShouldContain(mine.Title.For(worker == "jane" ? "en" : "tr"));

        (await story.Say(wrong, DecisionVerb.DraftApprove, ("draft", draft))).ShouldBe(Refusals.NotAnApprover);
        (await story.Say("ayse", DecisionVerb.DraftApprove, ("draft", draft), ("text", "Kelimesi kelimesine."), ("language", "tr"))).ShouldBeNull();
        foreach (var step in story.State.Steps) (await story.Say(step.Owner!, DecisionVerb.StepDone, ("step", step.Id))).ShouldBeNull();
        await story.At("11:30");
        (await story.Say("ayse", DecisionVerb.Contained)).ShouldBeNull();
        await story.At("14:00");

        story.State.RecoveredAt.ShouldNotBeNull();
        story.Told(NoticeReason.StepDue).ShouldBeEmpty();
        var report = story.Report();
        report.ShouldContain(language == "tr" ? turkish : english);
        report.ShouldContain("Kelimesi kelimesine.");
        report.ShouldContain("Ayşe Demir");
        report.ShouldContain(language == "tr" ? "Bir dakikada" : "In a minute");
        foreach (var step in playbook.Steps) report.ShouldContain(step.Title.For(language));
    }

    [Fact]
    public async Task TakenAccount_NumbersCalm_IsNotProposedContainedBeforeTheLastStep()
    {
        var story = await Story.Of(CrisisKind.AccountTakeover, 2, loudBefore: "09:20");
        await story.Acknowledge("ayse", "09:16");
        await story.At("12:00");
        story.Told(NoticeReason.ProposeContained).ShouldBeEmpty();
        story.Told(NoticeReason.StepDue).ShouldContain("09:25 can tr");
        foreach (var step in story.State.Steps) await story.Say(step.Owner!, DecisionVerb.StepDone, ("step", step.Id));
        await story.At("12:05");
        story.Told(NoticeReason.ProposeContained).Single().ShouldEndWith("ayse tr");
        story.Letter("ayse", NoticeReason.ProposeContained).Ask.ShouldContain("kontrol altında mı");
    }

    [Fact]
    public async Task LeakedData_TheAuthoritysClock_RemindsLegalInEnglishWithinTwoDays()
    {
        var story = await Story.Of(CrisisKind.PersonalDataAbuse, 2, loudBefore: "12:00");
        await story.Acknowledge("ayse", "09:16");
        foreach (var step in story.State.Steps.Where(s => s.Id is not ("notify-kvkk" or "notify-gdpr")))
            await story.Say(step.Owner!, DecisionVerb.StepDone, ("step", step.Id));
        foreach (var time in (string[])["20:00", "10:00+1", "20:00+1"])
        {
            await story.At(time);
            (await story.Say("ayse", DecisionVerb.Note, ("text", "Hukuk birimi bekliyor"))).ShouldBeNull();
        }

        await story.At("09:20+2");
        story.To("jane").ShouldContain("09:15+2 step-due");
        story.Letter("jane", NoticeReason.StepDue).Language.ShouldBe("en");
        story.Facts("jane", NoticeReason.StepDue).ShouldContain("KVKK");
        await story.Say("jane", DecisionVerb.StepDone, ("step", "notify-kvkk"), ("text", "Reference 2026/118"));
        await story.Say("jane", DecisionVerb.StepSkip, ("step", "notify-gdpr"), ("reason", "No customer in the EU is affected"));
        await story.Say("ayse", DecisionVerb.Close, ("reason", "bitti"));
        story.Report().ShouldContain("Reference 2026/118");
        story.Report().ShouldContain("No customer in the EU is affected");
    }

    [Fact]
    public async Task LeakedData_DeclaredContained_TheAuthoritysClockRunsOn()
    {
        var story = await Story.Of(CrisisKind.PersonalDataAbuse, 1, loudBefore: "10:00", deadlines: new() { Aftercare = TimeSpan.FromDays(3) });
        await story.Acknowledge("ayse", "09:16");
        await story.At("10:30");
        await story.Say("ayse", DecisionVerb.Contained);
        await story.At("10:00+1");
        story.Told(NoticeReason.StepDue).ShouldContain("09:12+1 jane en");
        story.Letter("jane", NoticeReason.StepDue).What.ShouldContain("overdue");
        story.Report().ShouldContain("Kuruluna bildirin");
    }

    [Fact]
    public async Task UnclassifiedEvent_SetToMistakenPost_TellsTheNewStepsAndTheReportNamesBoth()
    {
        var story = await Story.Of(CrisisKind.Unclassified, 2);
        await story.Acknowledge("ayse", "09:20");
        await story.At("09:30");
        (await story.Say("ayse", DecisionVerb.SetKind, ("kind", "mistaken-post"), ("reason", "yanlış etiket"))).ShouldBeNull();
        await story.At("09:32");
        story.State.Steps.Select(s => s.Id).ShouldContain("take-down");
        story.Facts("#teams", NoticeReason.Update).ShouldContain("hatalı paylaşım");
        await story.Say("ayse", DecisionVerb.Close, ("reason", "düzeltildi"));
        story.Report().ShouldContain("yanlış etiket");
        story.Report().ShouldContain("hatalı paylaşım");
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>The same kinds answered in time and left without an answer: who hears of it then, in which language, and what stays in the report.</summary>
public sealed class AnswerScenarioSpecs
{
    private static readonly Dictionary<CrisisKind, (string Turkish, string English)> Names = new()
    {
        [CrisisKind.ComplaintWave] = ("şikâyet dalgası", "complaint wave"),
        [CrisisKind.MistakenPost] = ("hatalı paylaşım", "mistaken post"),
        [CrisisKind.CampaignFailure] = ("kampanya", "campaign failure"),
        [CrisisKind.AccountTakeover] = ("hesabın ele geçirilmesi", "account takeover"),
        [CrisisKind.PersonalDataAbuse] = ("kişisel veri", "abuse of personal data"),
        [CrisisKind.Unclassified] = ("sınıflandırılmamış", "unclassified"),
    };

    public static TheoryData<CrisisKind, string> Brands => new(Names.Keys.SelectMany(k => ((string[])["tr", "en"]).Select(l => (k, l))));

    public static TheoryData<CrisisKind> Kinds => new(Names.Keys);

    [Theory]
    [MemberData(nameof(Brands))]
    public async Task High_OfEachKind_AnsweredInTime_StaysWithTheOneWhoHasIt(CrisisKind kind, string language)
    {
        var story = await Story.Of(kind, 2, language: language);
        await story.At("09:20");
        story.Told(NoticeReason.First).ShouldBe(["09:15 #teams tr", "09:15 ayse tr"]);
        story.Letter("ayse", NoticeReason.First).What.ShouldContain(Names[kind].Turkish);
        (await story.Say("ayse", DecisionVerb.Acknowledge)).ShouldBeNull();
        await story.At("10:00");
        story.Told(NoticeReason.Acknowledged).ShouldBe(["09:20 #teams tr"]);
        story.Told(NoticeReason.Escalation).ShouldBeEmpty();
        story.Told(NoticeReason.Reminder).ShouldBeEmpty();
        foreach (var owner in story.State.Steps.Select(s => s.Owner!).Distinct().Where(o => o != "ayse"))
            story.Letter(owner, NoticeReason.StepAssigned).Language.ShouldBe(owner == "jane" ? "en" : "tr");
        (await story.Say("ayse", DecisionVerb.Close, ("reason", "Konu kapandı"))).ShouldBeNull();
        story.Told(NoticeReason.Report).ShouldContain("10:00 ayse tr");
        story.Report().ShouldContain(language == "tr" ? Names[kind].Turkish : Names[kind].English);
        story.Report().ShouldContain("Konu kapandı");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task High_OfEachKind_LeftWithoutAnAnswer_CallsTheNextAndEndsUnattended(CrisisKind kind)
    {
        var story = await Story.Of(kind, 2, language: "en", loudBefore: "09:40");
        await story.At("18:00+2");
        story.Told(NoticeReason.Escalation)[0].ShouldBe("09:30 jane en");
        story.Letter("jane", NoticeReason.Escalation).What.ShouldContain(Names[kind].English);
        story.To("ayse").Where(t => t.EndsWith("reminder", StringComparison.Ordinal)).Take(3).ShouldBe(["09:30 reminder", "10:00 reminder", "11:00 reminder"]);
        story.Letter("ayse", NoticeReason.Reminder).What.ShouldContain("henüz kimse");
        story.Told(NoticeReason.Acknowledged).ShouldBeEmpty();
        story.State.Unattended.ShouldBeTrue();
        story.Report().ShouldContain("nobody answered");
    }
}

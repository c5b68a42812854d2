using Crisis.Core.Language;
using Crisis.Core.Notices;

namespace Crisis.Core.Tests.Notices;

public sealed class NoticeComposerSpecs
{
    public static TheoryData<NoticeReason, string, bool> EveryNotice()
    {
        var all = new TheoryData<NoticeReason, string, bool>();
        foreach (var reason in Enum.GetValues<NoticeReason>())
        {
            foreach (var language in (string[])["tr", "en"])
            {
                all.Add(reason, language, false);
                all.Add(reason, language, true);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryNotice))]
    public void Compose_EveryReason_FillsEveryPlaceAndNamesBrand(NoticeReason reason, string language, bool team)
    {
        var notice = NoticeSample.Compose(reason, language, team);

        var lines = (string[])[notice.Subject, notice.What, notice.Ask, .. notice.Foot, .. notice.Facts.SelectMany(f => (string[])[f.Label, f.Value]), .. notice.Links.Select(l => l.Label)];
        lines.ShouldAllBe(line => line.Length > 0 && !line.Contains('{') && !line.Contains('\n'));
        notice.What.ShouldStartWith("Kuzey Kargo: ");
        notice.Subject.ShouldContain("Kuzey Kargo");
    }

    [Theory]
    [InlineData("tr", "12.15")]
    [InlineData("en", "12:15")]
    public void Compose_FirstNotice_SaysWhatHowBadSinceWhenAndWhatIsAskedInTwoLines(string language, string since)
    {
        var notice = NoticeSample.Compose(NoticeReason.First, language);

        notice.What.ShouldContain(Texts.Say(language, "kind.complaint-wave"));
        notice.What.ShouldContain(Texts.Say(language, "severity.2"));
        notice.What.ShouldContain(since);
        notice.Ask.Length.ShouldBeInRange(20, 160);
    }

    [Fact]
    public void Compose_NoTwoReasons_SayTheSame()
    {
        foreach (var language in (string[])["tr", "en"])
        {
            var said = Enum.GetValues<NoticeReason>().Select(reason => NoticeSample.Compose(reason, language)).Select(n => n.Subject).ToArray();
            said.Distinct().Count().ShouldBe(said.Length);
        }
    }

    [Fact]
    public void Compose_WithoutStateAndFacts_StillSaysSomethingWhole()
    {
        foreach (var reason in Enum.GetValues<NoticeReason>())
        {
            var request = NoticeSample.Request(reason) with { Facts = new Dictionary<string, string>() };
            var notice = NoticeComposer.Compose(request, new NoticeContext { Brand = "Kuzey", TimeZone = "Europe/Istanbul" }, new NoticeAudience("tr", false), []);
            notice.What.ShouldNotContain("{", customMessage: reason.ToString());
            notice.Links.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Compose_PostWithPersonalData_MasksIt()
    {
        var post = NoticeSample.Compose(NoticeReason.First, "tr").Posts[0].Text;

        post.ShouldContain("[telefon numarası]");
        post.ShouldNotContain("111 22 33");
    }

    [Fact]
    public void Compose_PostWithAddress_NamesTheHostUnclickable()
    {
        var post = NoticeSample.Compose(NoticeReason.First, "tr").Posts[0].Text;

        post.ShouldNotContain("https://");
        post.ShouldContain("[bağlantı: kotu\u2060.example]");
    }

    [Fact]
    public void Compose_Escalation_NamesThoseWhoDidNotAnswer() =>
        NoticeSample.Compose(NoticeReason.Escalation, "en").Facts.ShouldContain(new NoticeFact("Did not answer", "Ayşe Demir, John O'Neil"));

    [Fact]
    public void Compose_StepDue_NamesTheStepInTheReadersLanguageAndTheTimeInTheZone()
    {
        var notice = NoticeSample.Compose(NoticeReason.StepDue, "tr");

        notice.What.ShouldContain("“İlk yanıtı yayımla”");
        notice.Facts.ShouldContain(new NoticeFact("Son tarih", "2 Mart 2026 12.30"));
    }

    [Fact]
    public void Compose_Drill_SaysSoInSubjectAndText()
    {
        var context = NoticeSample.Context with { State = NoticeSample.State with { Drill = true } };
        var notice = NoticeComposer.Compose(NoticeSample.Request(NoticeReason.First), context, new NoticeAudience("tr", false), []);

        notice.Subject.ShouldStartWith("TATBİKAT ");
        notice.Remarks.ShouldContain("Bu bir tatbikattır. Gerçekte bir olay yaşanmadı.");
    }

    [Fact]
    public void Compose_Update_SaysTheChangesInTheReadersLanguage()
    {
        var changes = NoticeSample.Compose(NoticeReason.Update, "tr").Facts.Where(fact => fact.Label == "Değişenler").Select(fact => fact.Value);

        changes.ShouldBe(["önem: 3 (orta) → 2 (yüksek)", "tür: sınıflandırılmamış olay → şikâyet dalgası", "tamamlanan adım: İlk yanıtı yayımla", "yeni bulgu: olağandan çok paylaşım"]);
    }

    [Fact]
    public void Compose_CodeOfTheSystem_IsSaid_AndAPersonsWordsStay()
    {
        string Reason(string given) => NoticeComposer.Compose(
            NoticeSample.Request(NoticeReason.Dismissed) with { Facts = new Dictionary<string, string> { [NoticeFacts.Reason] = given } },
            NoticeSample.Context, new NoticeAudience("en", false), []).Facts[0].Value;

        Reason("collapsed").ShouldBe("the numbers collapsed on the second look");
        Reason("It was a joke").ShouldBe("It was a joke");
    }

    [Fact]
    public void Compose_Update_LeavesOutThePosts() => NoticeSample.Compose(NoticeReason.Update, "tr").Posts.ShouldBeEmpty();

    [Theory]
    [InlineData("a\u0000b\r\n\tc", "a b c")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("  \u2028 x \u200b y ", "x y")]
    [InlineData("👩‍👧 tamam", "👩‍👧 tamam")]
    public void Plain_ControlAndDirectionCharacters_AreGone(string text, string plain) => QuotedText.Plain(text, "tr").ShouldBe(plain);

    [Theory]
    [InlineData("http://a.example/x?y=1 bak", "[bağlantı: a\u2060.example] bak")]
    [InlineData("www.a.com/x", "[bağlantı: www\u2060.a\u2060.com]")]
    [InlineData("kisa.link/abc", "[bağlantı: kisa\u2060.link]")]
    [InlineData("https://user:pw@a.example:8080", "[bağlantı: a\u2060.example:8080]")]
    [InlineData("bitti.Sonra başladı, saat 12.15", "bitti.Sonra başladı, saat 12.15")]
    public void Plain_Addresses_CannotBeClicked(string text, string plain) => QuotedText.Plain(text, "tr").ShouldBe(plain);

    [Fact]
    public void Cut_InsideAFamilyEmoji_CutsBeforeIt() => QuotedText.Cut("ab👩‍👧cdefgh", 6).ShouldBe("ab…");
}

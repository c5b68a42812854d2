using System.Text.Json;
using System.Text.Json.Nodes;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Cards;
using Crisis.Core.Notices.Mails;

namespace Crisis.Core.Tests.Notices;

public sealed class NoticeRenderingSpecs
{
    private static readonly MailSender From = new("kriz@kuzey.example", "Kuzey Kriz");
    private static readonly JsonSerializerOptions Indented = new(CrisisJson.Options) { WriteIndented = true };

    [Theory]
    [InlineData(NoticeReason.First, "tr", false)]
    [InlineData(NoticeReason.First, "en", false)]
    [InlineData(NoticeReason.Update, "tr", true)]
    [InlineData(NoticeReason.Escalation, "en", true)]
    [InlineData(NoticeReason.Contained, "tr", false)]
    [InlineData(NoticeReason.Report, "en", false)]
    public void Card_OfEachSort_IsAsApproved(NoticeReason reason, string language, bool team)
    {
        var card = JsonNode.Parse(NoticeCard.Render(NoticeSample.Compose(reason, language, team)))!;

        Snapshot.Match(card.ToJsonString(Indented), $"card-{NoticeComposer.Slug(reason)}-{language}");
    }

    [Theory]
    [InlineData(NoticeReason.First, "tr")]
    [InlineData(NoticeReason.First, "en")]
    [InlineData(NoticeReason.Approval, "tr")]
    public void Mail_OfEachSort_IsAsApproved(NoticeReason reason, string language)
    {
        using var mail = NoticeMail.Render(NoticeSample.Compose(reason, language), NoticeSample.Ayse, From);
        var headers = string.Join('\n', mail.Headers.Select(header => $"{header.Field}: {header.Value}"));

        Snapshot.Match($"{headers}\n\n{mail.TextBody}\n{mail.HtmlBody}", $"mail-{NoticeComposer.Slug(reason)}-{language}");
    }

    [Fact]
    public void Mail_RenderedTwice_IsTheSameToTheByte()
    {
        using var first = NoticeMail.Render(NoticeSample.Compose(NoticeReason.First, "tr"), NoticeSample.Ayse, From);
        using var again = NoticeMail.Render(NoticeSample.Compose(NoticeReason.First, "tr"), NoticeSample.Ayse, From);

        again.ToString().ShouldBe(first.ToString());
    }

    [Fact]
    public void Mail_OfOneCrisis_FormsOneThreadWithAnIdEach()
    {
        using var first = NoticeMail.Render(NoticeSample.Compose(NoticeReason.First, "tr"), NoticeSample.Ayse, From);
        using var update = NoticeMail.Render(NoticeSample.Compose(NoticeReason.Update, "tr"), NoticeSample.Ayse, From);

        update.References.ShouldBe(first.References);
        update.MessageId.ShouldNotBe(first.MessageId);
        update.Headers["Auto-Submitted"].ShouldBe("auto-generated");
    }

    [Fact]
    public void Mail_WithMarkupInAPost_ShowsItAsText()
    {
        using var mail = NoticeMail.Render(NoticeSample.Compose(NoticeReason.First, "tr"), NoticeSample.Ayse, From);

        mail.HtmlBody!.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        mail.HtmlBody!.ShouldNotContain("<script");
    }

    [Fact]
    public void Mail_NeedsNothingFromElsewhere()
    {
        using var mail = NoticeMail.Render(NoticeSample.Compose(NoticeReason.First, "tr"), NoticeSample.Ayse, From);

        mail.HtmlBody!.ShouldNotContain("<img");
        mail.HtmlBody!.ShouldNotContain("src=");
        mail.HtmlBody!.ShouldContain("<html lang=\"tr\">");
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public void Card_WithTheLongestTexts_StaysUnderTheLimitAndKeepsTheAsk(string language)
    {
        foreach (var reason in Enum.GetValues<NoticeReason>())
        {
            var notice = Longest(NoticeSample.Compose(reason, language));
            var body = NoticeCard.Render(notice);

            System.Text.Encoding.UTF8.GetByteCount(body).ShouldBeLessThanOrEqualTo(NoticeCard.Largest);
            body.ShouldContain(JsonEncodedText.Encode(notice.Ask, CrisisJson.Options.Encoder).ToString());
            body.ShouldContain("Action.OpenUrl");
        }
    }

    [Fact]
    public void Card_WhoseNamesAreAbsurd_StillFits()
    {
        var notice = NoticeSample.Compose(NoticeReason.First, "tr");
        var huge = Longest(notice) with { What = new string('ğ', 30_000), Remarks = [new string('ş', 30_000)], Foot = [new string('x', 30_000)] };

        System.Text.Encoding.UTF8.GetByteCount(NoticeCard.Render(huge)).ShouldBeLessThanOrEqualTo(NoticeCard.Largest);
    }

    [Fact]
    public void Card_OnlyOpensPagesAndHasOnlyKnownParts()
    {
        foreach (var reason in Enum.GetValues<NoticeReason>())
        {
            var types = Types(JsonNode.Parse(NoticeCard.Render(NoticeSample.Compose(reason, "tr", team: true)))!).Distinct();
            types.ShouldBeSubsetOf(["message", "AdaptiveCard", "Container", "RichTextBlock", "TextRun", "TextBlock", "FactSet", "Action.OpenUrl"]);
        }
    }

    private static IEnumerable<string> Types(JsonNode node) => node switch
    {
        JsonObject fields => fields.Where(pair => pair.Value is not null).SelectMany(pair =>
            pair.Key == "type" ? [pair.Value!.GetValue<string>()] : Types(pair.Value!)),
        JsonArray items => items.SelectMany(item => Types(item!)),
        _ => [],
    };

    private static Notice Longest(Notice notice) => notice with
    {
        Facts = [.. Enumerable.Range(0, 60).Select(i => new NoticeFact(new string('ş', 60), new string('ğ', 600)))],
        Posts = [.. Enumerable.Range(0, 10).Select(i => new NoticePost(new string('Ğ', 280), new string('ç', 120)))],
    };
}

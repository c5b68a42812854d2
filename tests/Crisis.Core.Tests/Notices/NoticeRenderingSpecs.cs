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
}

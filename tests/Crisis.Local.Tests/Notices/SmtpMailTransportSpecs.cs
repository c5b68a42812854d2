using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Tests.Notices;
using Crisis.Local.Notices;
using MimeKit;

namespace Crisis.Local.Tests.Notices;

public sealed class SmtpMailTransportSpecs
{
    private static readonly MailSender From = new("kriz@kuzey.example", "Kuzey Kriz");

    [Fact]
    public async Task Send_ToARealServer_ArrivesAsComposed()
    {
        await using var server = await SmtpServer.StartAsync();
        var notice = NoticeSample.Compose(NoticeReason.First, "tr");

        var outcome = await Channel(server.Port).SendAsync(notice, To("ayse@kuzey.example"));

        outcome.ShouldBe(SendOutcome.Accepted);
        using var raw = new MemoryStream(await server.MailAsync());
        using var mail = await MimeMessage.LoadAsync(raw, TestContext.Current.CancellationToken);
        using var composed = NoticeMail.Render(notice, NoticeSample.Ayse, From);
        mail.Subject.ShouldBe(notice.Subject);
        mail.MessageId.ShouldBe(composed.MessageId);
        mail.TextBody!.ReplaceLineEndings().ShouldBe(composed.TextBody!.ReplaceLineEndings());
        mail.HtmlBody!.ShouldContain("Üstleniyorum");
    }

    [Theory]
    [InlineData("unknown@kuzey.example", SendStatus.Refused)]
    [InlineData("busy@kuzey.example", SendStatus.Unavailable)]
    [InlineData("break@kuzey.example", SendStatus.Uncertain)]
    [InlineData("no address", SendStatus.Refused)]
    public async Task Send_WhenTheServerFails_TellsForGoodFromForNow(string to, SendStatus status)
    {
        await using var server = await SmtpServer.StartAsync();

        (await Channel(server.Port).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), To(to))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Send_ToAServerThatIsNotThere_IsUnavailable() =>
        (await Channel(1).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), To("ayse@kuzey.example"))).Status.ShouldBe(SendStatus.Unavailable);

    [Theory]
    [InlineData("kriz", "gizli", SendStatus.Accepted)]
    [InlineData("kriz", "wrong", SendStatus.Unavailable)]
    [InlineData(null, null, SendStatus.Unavailable)]
    public async Task Send_ToAServerThatWantsAPassword_NeedsTheRightOne(string? user, string? password, SendStatus status)
    {
        await using var server = await SmtpServer.StartAsync(auth: true);
        var channel = Channel(server.Port, user, password);

        (await channel.SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), To("ayse@kuzey.example"))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Send_WhenStartTlsIsWantedButNotOffered_SendsNothing()
    {
        await using var server = await SmtpServer.StartAsync();
        var channel = new MailChannel(new SmtpMailTransport(new SmtpSettings("127.0.0.1", server.Port), TimeProvider.System), From);

        (await channel.SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), To("ayse@kuzey.example"))).Status.ShouldBe(SendStatus.Unavailable);
    }

    private static MailChannel Channel(int port, string? user = null, string? password = null) =>
        new(new SmtpMailTransport(new SmtpSettings("127.0.0.1", port, "none", user, password), TimeProvider.System), From);

    private static NoticeAddress To(string address) => new("mail", "mail", null, NoticeSample.Ayse with { Email = address });
}

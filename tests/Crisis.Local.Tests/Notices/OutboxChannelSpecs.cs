using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Tests.Notices;
using Crisis.Local.Notices;
using Crisis.Local.Tests.Storage;
using MimeKit;

namespace Crisis.Local.Tests.Notices;

public sealed class OutboxChannelSpecs
{
    private static readonly NoticeAddress ToAyse = new("outbox", "outbox", null, NoticeSample.Ayse);

    [Fact]
    public async Task Send_OneNotice_LeavesMailPageCardAndList()
    {
        using var folder = new TemporaryFolder();
        using var outbox = new OutboxChannel(folder.Path, new MailSender("kriz@kuzey.example"));

        (await outbox.SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), ToAyse)).ShouldBe(SendOutcome.Accepted);

        var files = Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        files.Length.ShouldBe(4);
        files[^1].ShouldBe("index.html");
        files[0]!.ShouldStartWith("20260302-123500 first ayse ");
        using var mail = await MimeMessage.LoadAsync(Directory.GetFiles(folder.Path, "*.eml").Single(), TestContext.Current.CancellationToken);
        mail.Subject.ShouldBe("[yüksek] Kuzey Kargo: şikâyet dalgası, yanıtınız bekleniyor");
        File.ReadAllText(Path.Combine(folder.Path, "index.html")).ShouldContain("first ayse");
    }

    [Fact]
    public async Task Send_TheSameTwice_OverwritesAndAnotherAdds()
    {
        using var folder = new TemporaryFolder();
        using var outbox = new OutboxChannel(folder.Path, new MailSender("kriz@kuzey.example"));
        await outbox.SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), ToAyse);
        await outbox.SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), ToAyse);
        await outbox.SendAsync(NoticeSample.Compose(NoticeReason.Update, "en", team: true), new NoticeAddress("outbox", "outbox"));

        Directory.GetFiles(folder.Path, "*.eml").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Send_IntoAFolderThatCannotBe_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        using var outbox = new OutboxChannel(Path.Combine(file, "outbox"), new MailSender("kriz@kuzey.example"));

        (await outbox.SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), ToAyse)).Status.ShouldBe(SendStatus.Unavailable);
    }
}

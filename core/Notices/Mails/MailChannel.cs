using Crisis.Core.Notices.Channels;

namespace Crisis.Core.Notices.Mails;

/// <summary>Mail to one person.</summary>
public sealed class MailChannel(IMailTransport transport, MailSender from) : INoticeChannel
{
    public string Type => "mail";

    public async ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Person is not { Email.Length: > 0 } person) return new SendOutcome(SendStatus.Refused, "The person has no e-mail address.");
        if (!MimeKit.MailboxAddress.TryParse(person.Email, out _)) return new SendOutcome(SendStatus.Refused, $"The e-mail address of {person.Id} is not one.");
        using var mail = NoticeMail.Render(notice, person, from);
        return await transport.SendAsync(mail, cancellation).ConfigureAwait(false);
    }
}

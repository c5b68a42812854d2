using Crisis.Core.Notices.Channels;
using MimeKit;

namespace Crisis.Core.Notices.Mails;

/// <summary>Hands a finished mail to a mail server.</summary>
public interface IMailTransport
{
    ValueTask<SendOutcome> SendAsync(MimeMessage mail, CancellationToken cancellation = default);
}

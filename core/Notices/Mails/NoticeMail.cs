using Crisis.Core.Response;
using MimeKit;

namespace Crisis.Core.Notices.Mails;

/// <summary>
/// A notice as a mail: text and HTML alternatives. A repeat of a notice is the same mail to the byte, with the same
/// Message-ID; all mails of one crisis form one thread.
/// </summary>
public static class NoticeMail
{
    public static MimeMessage Render(Notice notice, Person to, MailSender from)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(from);
        var mail = new MimeMessage { Subject = notice.Subject, Date = notice.At, MessageId = MessageId(notice.Id, from) };
        mail.From.Add(new MailboxAddress(from.Name, from.Address));
        mail.To.Add(new MailboxAddress(to.Name, to.Email ?? throw new ArgumentException($"{to.Id} has no e-mail address.", nameof(to))));

        // A thread needs a common ancestor; it need not exist in the mailbox.
        var thread = MessageId("thread/" + notice.Crisis, from);
        mail.InReplyTo = thread;
        mail.References.Add(thread);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        mail.Headers.Add("Content-Language", notice.Language);
        mail.Headers.Add("X-Crisis-Notice", NoticeHash.Of(notice.Id));
        mail.Headers.Add("X-Crisis-Reason", NoticeComposer.Slug(notice.Reason));
        if (notice.Severity == 1)
        {
            mail.Importance = MessageImportance.High;
            mail.XPriority = XMessagePriority.Highest;
        }

        mail.Body = new MultipartAlternative
        {
            Part("plain", MailText.Render(notice)),
            Part("html", MailHtml.Render(notice)),
        };
        ((Multipart)mail.Body).Boundary = "=-" + NoticeHash.Of("boundary/" + notice.Id);
        return mail;
    }

    private static string MessageId(string id, MailSender from) => $"{NoticeHash.Of(id)}@{from.Domain}";

    private static TextPart Part(string subtype, string text) => new(subtype)
    {
        // Encoded whatever it holds: relays then have no reason to change it.
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        Text = text,
    };
}

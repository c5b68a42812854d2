using Crisis.Core.Notices;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Storage;
using Crisis.Functions.Hosting;
using MimeKit;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Tells operations of trouble with the app itself, once an hour for the same trouble: a row a trouble and hour is
/// inserted before the mail goes. Without an address or a mail server the log and the alert rules must do.
/// </summary>
public sealed class OperationsMail(AppSettings settings, AppSecrets secrets, IEnumerable<IMailTransport> transports, IRowStore rows, TimeProvider clock)
{
    private const string Table = "watchdog";

    public async ValueTask TellAsync(IReadOnlyList<string> troubles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(troubles);
        if (settings.OperationsMail is not { } to || settings.Mail(secrets.Find) is not { } mail || transports.FirstOrDefault() is not { } transport) return;
        var news = new List<string>();
        var hour = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMddHH", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var trouble in troubles)
        {
            // Numbers change from run to run; the trouble is the same.
            var subject = new string([.. trouble.Where(c => !char.IsAsciiDigit(c))]);
            if ((await rows.WriteAsync(Table, hour, [RowWrite.Insert(NoticeHash.Of(subject), trouble)], cancellation)).Written) news.Add(trouble);
        }

        if (news.Count == 0) return;
        using var message = new MimeMessage { Subject = $"Crisis.Serverless: {news.Count} troubles", Body = new TextPart("plain") { Text = string.Join("\n", news) } };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(MailboxAddress.Parse(to));
        await transport.SendAsync(message, cancellation);
    }
}

using System.Globalization;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Storage;
using Crisis.Functions.Hosting;
using MimeKit;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Tells operations of trouble with the app itself, once an hour for the same trouble. A trouble is noted as told only
/// after its mail went: one that could not be sent is sent by the next run. Without an address or a mail server the log and
/// the alert rules must do.
/// </summary>
public sealed class OperationsMail(AppSettings settings, AppSecrets secrets, IEnumerable<IMailTransport> transports, IRowStore rows, TimeProvider clock)
{
    public const string TablePrefix = "told";

    public static RetentionClass Retention { get; } = new(
        "told", TablePrefix, TableSpan.Day, TimeSpan.FromDays(7), "Which trouble operations have been told of; needed for an hour, a week helps to see what came before.");

    public async ValueTask TellAsync(IReadOnlyList<string> troubles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(troubles);
        var now = clock.GetUtcNow().UtcDateTime;
        var (table, hour) = (TablePrefix + now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), now.ToString("HH", CultureInfo.InvariantCulture));
        var news = new List<(string Row, string Trouble)>();
        foreach (var trouble in troubles)
        {
            // Numbers change from run to run; the trouble is the same.
            var row = NoticeHash.Of(new string([.. trouble.Where(c => !char.IsAsciiDigit(c))]));
            if (await rows.GetAsync(table, hour, row, cancellation) is null && news.TrueForAll(other => other.Row != row)) news.Add((row, trouble));
        }

        if (news.Count == 0) return;
        var sent = await SendAsync($"Crisis.Serverless: {news.Count} troubles", string.Join("\n", news.Select(one => one.Trouble)), cancellation);
        if (sent is not { Status: SendStatus.Accepted }) return;
        await rows.WriteAsync(table, hour, [.. news.Take(RowRules.MostWrites).Select(one => RowWrite.Upsert(one.Row, one.Trouble))], cancellation);
    }

    /// <summary>Mails operations; null when there is no address or no server.</summary>
    public async ValueTask<SendOutcome?> SendAsync(string subject, string text, CancellationToken cancellation)
    {
        if (settings.OperationsMail is not { } to || settings.Mail(secrets.Find) is not { } mail || transports.FirstOrDefault() is not { } transport) return null;
        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(MailboxAddress.Parse(to));
        return await transport.SendAsync(message, cancellation);
    }
}

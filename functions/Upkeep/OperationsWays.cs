using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Watching;
using Crisis.Functions.Hosting;
using MimeKit;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// The ways to operations: the mail address of the settings, and every channel that a team of the configuration names
/// with <c>purpose: operations</c>. A channel that several teams name is used once.
/// </summary>
public sealed class OperationsWays(AppSettings settings, AppSecrets secrets, IConfigSource config, IEnumerable<INoticeChannel> channels, IEnumerable<IMailTransport> transports, TimeProvider clock)
{
    /// <summary>The way that is no channel of a team.</summary>
    public const string Mail = "mail";

    private const string Purpose = "operations";

    /// <summary>Empty when nobody can be told.</summary>
    public async ValueTask<IReadOnlyList<NoticeAddress>> ListAsync(CancellationToken cancellation)
    {
        var ways = new List<NoticeAddress>();
        if (settings.OperationsMail is not null && settings.Mail(secrets.Find) is not null && transports.Any()) ways.Add(new NoticeAddress(Mail, Mail));
        var named = (await config.CurrentAsync(cancellation)).Teams.Values.OrderBy(team => team.Id, StringComparer.Ordinal)
            .SelectMany(team => team.Channels.Select(channel => (Team: team.Id, Channel: channel)))
            .Where(one => one.Channel.Purpose == Purpose && channels.Any(channel => channel.Type == one.Channel.Type))
            .DistinctBy(one => (one.Channel.Type, one.Channel.Url));
        ways.AddRange(named.Select(one => new NoticeAddress($"{one.Team}/{one.Channel.Id}", one.Channel.Type, one.Channel)));
        return ways;
    }

    public async ValueTask<SendOutcome> SendAsync(NoticeAddress way, OperationsText text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(text);
        return way.Settings is null ? await MailAsync(text, cancellation) : await channels.First(channel => channel.Type == way.Type).SendAsync(Compose(way, text), way, cancellation);
    }

    private async ValueTask<SendOutcome> MailAsync(OperationsText text, CancellationToken cancellation)
    {
        using var message = new MimeMessage { Subject = text.Subject, Body = new TextPart("plain") { Text = string.Join('\n', text.Lines) } };
        message.From.Add(MailboxAddress.Parse(settings.Mail(secrets.Find)!.Value.From));
        message.To.Add(MailboxAddress.Parse(settings.OperationsMail!));
        return await transports.First().SendAsync(message, cancellation);
    }

    private Notice Compose(NoticeAddress way, OperationsText text) => new()
    {
        // The same text of the same minute is the same notice, whoever sends it twice.
        Id = $"{Purpose}|{NoticeHash.Of($"{clock.GetUtcNow():yyyyMMddHHmm} {text.Subject}")}",
        Crisis = "",
        Watch = "",
        Reason = text.Reason,
        Kind = CrisisKind.Unclassified,
        Severity = text.Reason == NoticeReason.Operations ? 2 : 4,
        Stage = CrisisStage.Detect,
        Recipient = "channel:" + way.Channel,
        At = clock.GetUtcNow(),
        Language = "en",
        Brand = "Crisis.Serverless",
        Subject = QuotedText.Cut(text.Subject, 200),
        What = text.Subject,
        Ask = text.Lines.Count > 0 ? text.Lines[0] : "",
        Remarks = [.. text.Lines.Skip(1)],
    };
}

using System.Globalization;
using System.Text.Json;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>
/// Hands complaints to customer service: over the team's webhooks of purpose <c>complaints</c>, one call a complaint;
/// without such a channel as one mail for several, to the people of that role.
/// </summary>
/// <param name="post">Null where nothing may go out.</param>
public sealed class ComplaintDesk(IConfigSource config, IWebhookPost? post, IEnumerable<INoticeChannel> channels)
{
    private readonly List<INoticeChannel> _channels = [.. channels];

    /// <summary>Returns the ids of those that were taken.</summary>
    public async ValueTask<IReadOnlySet<string>> HandAsync(CrisisState crisis, IReadOnlyList<Complaint> complaints, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(complaints);
        var current = await config.CurrentAsync(cancellation);
        var watch = current.WatchOf(crisis.Watch);
        var team = current.TeamOf(watch.Team);
        if (team.Channels.FirstOrDefault(c => c is { Type: "webhook", Purpose: "complaints" }) is { } channel && post is not null)
            return await PostAsync(crisis, watch, channel, complaints, cancellation);
        return await MailAsync(crisis, watch, team, complaints, now, cancellation) ? complaints.Select(c => c.Id).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
    }

    private async ValueTask<HashSet<string>> PostAsync(CrisisState crisis, Watch watch, ChannelSettings channel, IReadOnlyList<Complaint> complaints, CancellationToken cancellation)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var complaint in complaints)
        {
            var body = JsonSerializer.Serialize(new
            {
                type = "complaint",
                id = complaint.Id,
                crisis = crisis.Id,
                watch = crisis.Watch,
                brand = watch.Name,
                source = complaint.Source,
                mention = complaint.Mention,
                at = complaint.At,
                text = complaint.Text,
                url = complaint.Url,
                drill = crisis.Drill,
            }, CrisisJson.Options);
            var answer = await post!.PostAsync(channel, $"{crisis.Id}/complaint/{complaint.Id}", body, cancellation);
            if (answer.Outcome.Status == SendStatus.Accepted) taken.Add(complaint.Id);
            // A desk that cannot be reached is not asked for every single one; the next call goes on here.
            else break;
        }

        return taken;
    }

    private async ValueTask<bool> MailAsync(CrisisState crisis, Watch watch, Team team, IReadOnlyList<Complaint> complaints, DateTimeOffset now, CancellationToken cancellation)
    {
        var people = team.People.Where(p => p.Roles.Contains("customer-service")).ToList();
        if (people.Count == 0) people = [.. team.People.Where(p => p.Roles.Contains("lead"))];
        var taken = false;
        foreach (var person in people)
        {
            var type = person.Email is { Length: > 0 } && _channels.Exists(c => c.Type == "mail") ? "mail" : "outbox";
            if (_channels.Find(c => c.Type == type) is not { } carrier) continue;
            var outcome = await carrier.SendAsync(Letter(crisis, watch, person, complaints, now), new NoticeAddress(type, type, null, person), cancellation);
            taken |= outcome.Status is SendStatus.Accepted or SendStatus.Uncertain;
        }

        return taken;
    }

    private static Notice Letter(CrisisState crisis, Watch watch, Person person, IReadOnlyList<Complaint> complaints, DateTimeOffset now)
    {
        var words = Wording.For(person.Language, watch.TimeZone);
        return new Notice
        {
            // The same complaints make the same letter: a repeat can be told.
            Id = string.Create(CultureInfo.InvariantCulture, $"{crisis.Id}/complaints/{complaints[0].Id}+{complaints.Count}/person:{person.Id}"),
            Crisis = crisis.Id,
            Watch = crisis.Watch,
            Reason = NoticeReason.Update,
            Kind = crisis.Kind,
            Severity = crisis.Severity,
            Stage = crisis.Stage,
            Recipient = $"person:{person.Id}",
            At = TimeZoneInfo.ConvertTime(now, words.Zone),
            Language = person.Language,
            Brand = watch.Name,
            Subject = words.Say("complaints.subject", ("brand", watch.Name), ("n", words.Number(complaints.Count))),
            What = words.Say("complaints.what", ("brand", watch.Name), ("kind", words.Kind(crisis.Kind)), ("n", words.Number(complaints.Count))),
            Ask = words.Say("complaints.ask"),
            Remarks = crisis.Drill ? [words.Say("notice.drill-line")] : [],
            Posts = [.. complaints.Select(c => new NoticePost(QuotedText.Plain(c.Text, person.Language), $"{words.Source(c.Source)} · {words.Time(c.At)}{Address(c)}"))],
            Foot = [words.Say("notice.zone", ("zone", words.Zone.Id))],
            Drill = crisis.Drill,
        };
    }

    private static string Address(Complaint complaint) =>
        Uri.TryCreate(complaint.Url, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? $" · {url.AbsoluteUri}" : $" · {complaint.Mention}";
}

using System.Globalization;
using System.Text.Json;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>
/// Hands complaints to customer service: over the team's webhooks of purpose <c>complaints</c>, one call a complaint;
/// without such a channel as one mail for several, to the people of that role.
/// </summary>
/// <param name="post">Null where nothing may go out.</param>
/// <param name="log">The delivery log, which mails to customer service stand in as all others do.</param>
/// <param name="links">Where an answer comes back.</param>
/// <param name="problems">What customer service can tell those who ask: it is known, and what is being done.</param>
public sealed class ComplaintDesk(IConfigSource config, IWebhookPost? post, IEnumerable<INoticeChannel> channels, NoticeLog log, NoticeLinks links, KnownProblems problems)
{
    private static readonly TimeSpan NextTry = TimeSpan.FromMinutes(5);

    private readonly List<INoticeChannel> _channels = [.. channels];

    /// <summary>Returns the ids of those that were taken.</summary>
    public async ValueTask<IReadOnlySet<string>> HandAsync(CrisisState crisis, IReadOnlyList<Complaint> complaints, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(complaints);
        var current = await config.CurrentAsync(cancellation);
        var watch = current.WatchOf(crisis.Watch);
        var team = current.TeamOf(watch.Team);
        var known = (await problems.OfCrisisAsync(crisis, cancellation)).Where(problem => problem.FixedAt is null).ToList();
        if (team.Channels.FirstOrDefault(c => c is { Type: "webhook", Purpose: "complaints" }) is { } channel && post is not null)
            return await PostAsync(crisis, watch, channel, complaints, known, cancellation);
        return await MailAsync(crisis, watch, team, complaints, known, now, cancellation) ? complaints.Select(c => c.Id).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
    }

    private async ValueTask<HashSet<string>> PostAsync(CrisisState crisis, Watch watch, ChannelSettings channel, IReadOnlyList<Complaint> complaints, List<KnownProblem> known, CancellationToken cancellation)
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
                knownProblems = known.Select(problem => new { target = problem.Target, since = problem.Since, fix = problem.Fix }),
                drill = crisis.Drill,
                callback = links.ComplaintAnswered(crisis.Id, complaint.Id, complaint.At),
            }, CrisisJson.Options);
            var answer = await post!.PostAsync(channel, $"{crisis.Id}/complaint/{complaint.Id}", body, cancellation);
            if (answer.Outcome.Status == SendStatus.Accepted) taken.Add(complaint.Id);
            // A desk that cannot be reached is not asked for every single one; the next call goes on here.
            else break;
        }

        return taken;
    }

    private async ValueTask<bool> MailAsync(CrisisState crisis, Watch watch, Team team, IReadOnlyList<Complaint> complaints, List<KnownProblem> known, DateTimeOffset now, CancellationToken cancellation)
    {
        var people = team.People.Where(p => p.Roles.Contains("customer-service")).ToList();
        if (people.Count == 0) people = [.. team.People.Where(p => p.Roles.Contains("lead"))];
        var taken = false;
        foreach (var person in people)
        {
            var type = person.Email is { Length: > 0 } && _channels.Exists(c => c.Type == "mail") ? "mail" : "outbox";
            if (_channels.Find(c => c.Type == type) is not { } carrier) continue;
            taken |= await SendAsync(carrier, Letter(crisis, watch, person, complaints, known, now), person, now, cancellation);
        }

        return taken;
    }

    /// <summary>One letter, written down before and after; what was accepted is not sent again.</summary>
    private async ValueTask<bool> SendAsync(INoticeChannel carrier, Notice letter, Person person, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = await log.FindAsync(letter.Crisis, letter.Id, carrier.Type, cancellation);
        if (found?.Delivery.Status == DeliveryStatus.Accepted) return true;
        var line = new NoticeDelivery
        {
            Notice = letter.Id,
            Crisis = letter.Crisis,
            Watch = letter.Watch,
            Reason = letter.Reason,
            Recipient = letter.Recipient,
            Channel = carrier.Type,
            Language = letter.Language,
            Subject = letter.Subject,
            Status = DeliveryStatus.Sending,
            Attempts = (found?.Delivery.Attempts ?? 0) + 1,
            FirstAt = found?.Delivery.FirstAt ?? now,
            LastAt = now,
        };
        var etag = await log.WriteAsync(line, found?.ETag, cancellation);
        if (etag is null) return false;
        var outcome = await carrier.SendAsync(letter, new NoticeAddress(carrier.Type, carrier.Type, null, person), cancellation);
        var taken = outcome.Status is SendStatus.Accepted or SendStatus.Uncertain;
        await log.WriteAsync(
            line with
            {
                Status = taken ? DeliveryStatus.Accepted : DeliveryStatus.Waiting,
                // The complaints wait, and the next look at them hands them over again.
                RetryAt = taken ? null : now + NextTry,
                Why = taken ? null : QuotedText.Cut(outcome.Why ?? outcome.Status.ToString(), 300),
            },
            etag,
            cancellation);
        return taken;
    }

    private Notice Letter(CrisisState crisis, Watch watch, Person person, IReadOnlyList<Complaint> complaints, List<KnownProblem> known, DateTimeOffset now)
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
            Remarks =
            [
                .. crisis.Drill ? (string[])[words.Say("notice.drill-line")] : [],
                .. known.Select(problem => words.Say(
                    problem.Fix.Length > 0 ? "complaints.known" : "complaints.known-only",
                    ("target", QuotedText.Plain(problem.Target, person.Language, 80)),
                    ("since", words.Day(problem.Since)),
                    ("fix", QuotedText.Plain(problem.Fix, person.Language, 300)))),
            ],
            Posts = [.. complaints.Select(c => new NoticePost(QuotedText.Plain(c.Text, person.Language), $"{words.Source(c.Source)} · {words.Time(c.At)}{Address(c)}"))],
            Links = links.Complaints(crisis.Id) is { } page ? [new NoticeLink("crisis", words.Say("complaints.button"), page)] : [],
            Foot = [words.Say("notice.zone", ("zone", words.Zone.Id))],
            Drill = crisis.Drill,
        };
    }

    private static string Address(Complaint complaint) =>
        Uri.TryCreate(complaint.Url, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? $" · {url.AbsoluteUri}" : $" · {complaint.Mention}";
}

using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Response;
using Crisis.Web.Language;

namespace Crisis.Web.Hosting;

/// <summary>Sends one person a link that is for that person alone: by mail, or into the outbox where there is no mail.</summary>
public sealed class PersonalMail(IEnumerable<INoticeChannel> channels, WordCatalogue catalogue)
{
    /// <param name="key">Group of texts: <c>mail.{key}.subject</c>, <c>.what</c>, <c>.ask</c>, <c>.button</c>.</param>
    /// <param name="id">The same id is the same mail.</param>
    public async ValueTask<bool> SendAsync(Person person, string key, Uri link, string id, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(link);
        var words = catalogue.In(person.Language);
        var notice = new Notice
        {
            Id = id,
            Crisis = "",
            Watch = "",
            Reason = NoticeReason.Operations,
            Kind = CrisisKind.Unclassified,
            Severity = 4,
            Stage = CrisisStage.Detect,
            Recipient = "person:" + person.Id,
            At = now,
            Language = words.Language,
            Brand = words["site.name"],
            Subject = words[$"mail.{key}.subject"],
            What = words.Of($"mail.{key}.what", person.Name),
            Ask = words[$"mail.{key}.ask"],
            Links = [new NoticeLink("sign-in", words[$"mail.{key}.button"], link)],
        };
        foreach (var type in (string[])["mail", "outbox"])
        {
            if (channels.FirstOrDefault(c => c.Type == type) is not { } channel) continue;
            var outcome = await channel.SendAsync(notice, new NoticeAddress(type, type, null, person), cancellation);
            if (outcome.Status is SendStatus.Accepted or SendStatus.Uncertain) return true;
        }

        return false;
    }

    /// <summary>A seed that is new each minute: a second click within it repeats the same mail.</summary>
    public static string Seed(DateTimeOffset now) => (now.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);
}

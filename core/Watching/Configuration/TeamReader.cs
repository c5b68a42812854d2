using System.Globalization;
using System.Net.Mail;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads one <c>teams/*.yaml</c>.</summary>
internal static class TeamReader
{
    private static readonly string[] ChannelTypes = ["teams", "webhook", "outbox"];
    private static readonly string[] Purposes = ["notices", "complaints", "publishing", "operations"];

    /// <summary>The languages that notices and pages are written in.</summary>
    private static readonly string[] Languages = ["tr", "en"];

    public static Team Read(ConfigNode root)
    {
        var team = new Team
        {
            Id = root.Required("id")?.Text() ?? "",
            People = [.. (root.Field("people")?.Items() ?? []).Select(ReadPerson)],
            Channels = ReadChannels(root.Field("channels")),
            Ladder = ReadLadder(root.Field("ladder")),
            Holidays = [.. (root.Field("holidays")?.Items() ?? []).Select(node => node.Date()).OfType<DateOnly>()],
            Reviewed = root.Field("reviewed")?.Date(),
        };
        if (team.Id.Length > 0 && !WatchReader.IsId(team.Id)) root.Field("id")!.Fault($"'{team.Id}' cannot be an id.", "Use lower-case letters a to z, digits and hyphens, at most 40.");
        TeamRules.Check(team, root);
        root.RejectUnknown();
        return team;
    }

    private static Person ReadPerson(ConfigNode node)
    {
        var id = node.Required("id")?.Text() ?? "";
        var person = new Person
        {
            Id = id,
            Name = node.Field("name")?.Text() ?? id,
            Roles = node.Field("roles")?.Texts() ?? [],
            Language = node.Field("language")?.OneOf(Languages) ?? "tr",
            Email = node.Field("email")?.Text(),
            Phone = node.Field("phone")?.Text(),
            Hours = node.Field("hours")?.Text(),
            StandIn = node.Field("standIn")?.Text(),
            Away = [.. (node.Field("away")?.Items() ?? []).Select(ReadAbsence)],
        };
        if (!WatchReader.IsId(person.Id)) node.Fault($"'{person.Id}' cannot be a person's id.", "Use lower-case letters a to z, digits and hyphens, at most 40.");
        if (person.Email is { } email && !MailAddress.TryCreate(email, out _)) node.Field("email")!.Fault($"'{email}' is not a mail address.", "Write one such as ayse@kuzey.example.");
        if (person.Hours is { } hours && !WorkingHours.TryParse(hours, out _)) node.Field("hours")!.Fault($"'{hours}' are no working hours.", "Write them as Mon-Fri 09:00-18:00, several with commas between.");
        if (person.Phone is { } phone && !IsPhone(phone)) node.Field("phone")!.Fault($"'{phone}' is not a number in international form.", "Write it in quotes, with + and the country's code, such as \"+90 532 000 00 00\".");
        node.RejectUnknown();
        return person;
    }

    private static bool IsPhone(string phone) =>
        phone.StartsWith('+') && phone.Count(char.IsAsciiDigit) is >= 7 and <= 15 && phone[1..].All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')');

    private static Absence ReadAbsence(ConfigNode node)
    {
        var from = node.Required("from")?.Date() ?? default;
        var absence = new Absence(from, node.Field("to")?.Date() ?? from);
        if (absence.To < absence.From) node.Field("to")!.Fault("lies before 'from'.", "Write the last day of the absence.");
        node.RejectUnknown();
        return absence;
    }

    private static List<ChannelSettings> ReadChannels(ConfigNode? list)
    {
        var channels = new List<ChannelSettings>();
        foreach (var node in list?.Items() ?? [])
        {
            var type = node.Required("type")?.OneOf(ChannelTypes) ?? "";
            var number = channels.Count(other => other.Type == type) + 1;
            var channel = new ChannelSettings(type)
            {
                Id = node.Field("id")?.Text() ?? (number == 1 ? type : string.Create(CultureInfo.InvariantCulture, $"{type}-{number}")),
                Url = node.Field("url")?.Text(),
                Secret = node.Field("secret")?.Text(),
                Language = node.Field("language")?.OneOf(Languages) ?? "tr",
                Template = node.Field("template")?.OneOf(WebhookChannel.TemplateNames),
                Purpose = node.Field("purpose")?.OneOf(Purposes) ?? "notices",
                Fields = (node.Field("fields")?.Entries() ?? []).ToDictionary(entry => entry.Name, entry => entry.Value.Text()),
            };
            if (type is "teams" or "webhook") CheckAddress(node, channel);
            if (channels.Any(other => other.Id == channel.Id)) node.Fault($"another channel of this team is already called '{channel.Id}'.", "Give each its own 'id'.");
            node.RejectUnknown();
            channels.Add(channel);
        }

        return channels;
    }

    private static void CheckAddress(ConfigNode node, ChannelSettings channel)
    {
        const string Secret = "secret:";
        if (channel.Url is not { } url)
        {
            node.Fault("the field 'url' is missing.", "Write the address, or 'secret:name' to look it up.");
            return;
        }

        var named = url.StartsWith(Secret, StringComparison.Ordinal) && url.Length > Secret.Length;
        if (named || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")) return;
        node.Field("url")!.Fault("is no web address.", "Write it in full, beginning with https://, or 'secret:name' to look it up.");
    }

    private static Dictionary<int, IReadOnlyList<LadderCall>> ReadLadder(ConfigNode? ladder)
    {
        var rungs = new Dictionary<int, IReadOnlyList<LadderCall>>();
        foreach (var (name, node) in ladder?.Entries() ?? [])
        {
            if (name is not ("1" or "2" or "3" or "4")) node.Fault($"'{name}' is not a severity.", "Write 1 (critical) to 4 (watch).");
            else rungs[name[0] - '0'] = [.. node.Items().Select(ReadCall).OrderBy(call => call.After)];
        }

        return rungs;
    }

    private static LadderCall ReadCall(ConfigNode node)
    {
        var call = new LadderCall(node.Field("after")?.Duration() ?? TimeSpan.Zero, node.Required("call")?.Texts() ?? []);
        node.RejectUnknown();
        return call;
    }
}

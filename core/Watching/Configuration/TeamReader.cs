using System.Globalization;
using System.Net.Mail;
using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads one <c>teams/*.yaml</c>.</summary>
internal static class TeamReader
{
    private static readonly string[] ChannelTypes = ["teams", "webhook", "outbox"];

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
            Language = node.Field("language")?.Text() ?? "tr",
            Email = node.Field("email")?.Text(),
            Phone = node.Field("phone")?.Text(),
            Hours = node.Field("hours")?.Text(),
            StandIn = node.Field("standIn")?.Text(),
            Away = [.. (node.Field("away")?.Items() ?? []).Select(ReadAbsence)],
        };
        if (!WatchReader.IsId(person.Id)) node.Fault($"'{person.Id}' cannot be a person's id.", "Use lower-case letters a to z, digits and hyphens, at most 40.");
        if (person.Email is { } email && !MailAddress.TryCreate(email, out _)) node.Field("email")!.Fault($"'{email}' is not a mail address.", "Write one such as ayse@kuzey.example.");
        node.RejectUnknown();
        return person;
    }

    private static Absence ReadAbsence(ConfigNode node)
    {
        var from = node.Required("from")?.Date() ?? default;
        var absence = new Absence(from, node.Field("to")?.Date() ?? from);
        node.RejectUnknown();
        return absence;
    }

    private static List<ChannelSettings> ReadChannels(ConfigNode? list)
    {
        var channels = new List<ChannelSettings>();
        foreach (var node in list?.Items() ?? [])
        {
            var type = node.Required("type")?.Text() ?? "";
            if (!ChannelTypes.Contains(type)) node.Fault($"no channel is called '{type}'.", $"Write one of: {string.Join(", ", ChannelTypes)}.");
            var number = channels.Count(other => other.Type == type) + 1;
            var channel = new ChannelSettings(type)
            {
                Id = node.Field("id")?.Text() ?? (number == 1 ? type : string.Create(CultureInfo.InvariantCulture, $"{type}-{number}")),
                Url = node.Field("url")?.Text(),
                Secret = node.Field("secret")?.Text(),
                Language = node.Field("language")?.Text() ?? "tr",
                Template = node.Field("template")?.Text(),
                Purpose = node.Field("purpose")?.Text() ?? "notices",
                Fields = (node.Field("fields")?.Entries() ?? []).ToDictionary(entry => entry.Name, entry => entry.Value.Text()),
            };
            if (type is "teams" or "webhook" && channel.Url is null) node.Fault("the field 'url' is missing.", "Write the address, or 'secret:name' to look it up.");
            node.RejectUnknown();
            channels.Add(channel);
        }

        return channels;
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

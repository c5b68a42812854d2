using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Readiness;

/// <summary>Sends a test notice over one channel, and remembers what came of it: table <c>channeltests</c>.</summary>
public sealed class ChannelTests(IRowStore store, IEnumerable<INoticeChannel> channels, WordCatalogue catalogue, PageSettings settings)
{
    private readonly JsonRows<ChannelTest> _tests = new(store, "channeltests");
    private readonly List<INoticeChannel> _channels = [.. channels];

    /// <summary>The channels of a team: its own, and mail where this host sends any.</summary>
    public async ValueTask<IReadOnlyList<ChannelLine>> ListAsync(Team team, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(team);
        var known = await _tests.ListAsync(team.Id, null, cancellation);
        IEnumerable<(string Id, string Type)> all = team.Channels.Select(c => (c.Id, c.Type));
        if (_channels.Exists(c => c.Type == "mail")) all = all.Prepend(("mail", "mail"));
        return [.. all.DistinctBy(c => c.Id).Select(c => new ChannelLine(team.Id, c.Id, c.Type, known.FirstOrDefault(t => t.Channel == c.Id)))];
    }

    /// <summary>Tries a channel; mail and text messages go to the person who asks. Null when the team has no such channel.</summary>
    public async ValueTask<ChannelTest?> TryAsync(Team team, string channel, Person by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(by);
        var own = team.Channels.FirstOrDefault(c => c.Id == channel);
        var type = own?.Type ?? (channel == "mail" ? "mail" : null);
        if (type is null) return null;
        var personal = own is null || own is { Type: "webhook", Template: "sms" };
        var words = catalogue.In(personal ? by.Language : own!.Language);
        var outcome = _channels.Find(c => c.Type == type) is { } carrier
            ? await carrier.SendAsync(Notice(team, channel, by, at, words), new NoticeAddress(channel, type, own, personal || type == "outbox" ? by : null), cancellation)
            : new SendOutcome(SendStatus.Refused, words["ready.no-carrier"]);
        var test = new ChannelTest(team.Id, channel, at, by.Id, outcome.Status is SendStatus.Accepted, outcome.Status is SendStatus.Accepted ? null : outcome.Why ?? outcome.Status.ToString());
        await _tests.UpsertAsync(team.Id, channel, test, cancellation);
        return test;
    }

    private Notice Notice(Team team, string channel, Person by, DateTimeOffset at, Words words) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"test/{team.Id}/{channel}/{at.ToUnixTimeSeconds()}"),
        Crisis = "",
        Watch = "",
        Reason = NoticeReason.Operations,
        Kind = CrisisKind.Unclassified,
        Severity = 4,
        Stage = CrisisStage.Detect,
        Recipient = "channel:" + channel,
        At = at,
        Language = words.Language,
        Brand = words["site.name"],
        Subject = words["mail.test.subject"],
        What = words.Of("mail.test.what", by.Name, channel),
        Ask = words["mail.test.ask"],
        Links = [new NoticeLink("board", words["mail.test.button"], new Uri(settings.PublicUrl, "/readiness"))],
        Drill = true,
    };
}

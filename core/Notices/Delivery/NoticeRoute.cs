using Crisis.Core.Notices.Channels;
using Crisis.Core.Response;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// The ways to a recipient. All of <see cref="First"/> are used; when they all fail for good, those of
/// <see cref="Otherwise"/> one after the other until one succeeds.
/// </summary>
internal sealed record NoticeRoute(IReadOnlyList<NoticeAddress> First, IReadOnlyList<NoticeAddress> Otherwise)
{
    private static readonly NoticeAddress Outbox = new("outbox", "outbox");

    /// <param name="types">The channel types that this host carries.</param>
    public static NoticeRoute Of(NoticeRequest request, NoticeContext context, IReadOnlyCollection<string> types)
    {
        var (sort, id) = Split(request.Recipient);
        var person = sort == "person" ? context.PersonOf(id) : null;
        var first = person is not null ? ToPerson(request, person, context, types) : sort == "channel" ? ToChannel(id, context, types) : [];
        var otherwise = Teams(context, types, "notices").Concat(Teams(context, types, "operations"));
        if (types.Contains("outbox")) otherwise = otherwise.Append(Outbox with { Person = person });
        return new NoticeRoute(first, [.. otherwise.Where(address => first.All(taken => taken.Channel != address.Channel))]);
    }

    private static List<NoticeAddress> ToPerson(NoticeRequest request, Person person, NoticeContext context, IReadOnlyCollection<string> types)
    {
        var ways = new List<NoticeAddress>();
        if (types.Contains("mail") && person.Email is { Length: > 0 }) ways.Add(new NoticeAddress("mail", "mail", null, person));
        if (Wakes(request) && person.Phone is { Length: > 0 } && types.Contains("webhook"))
            ways.AddRange(context.Channels.Where(IsSms).Select(channel => new NoticeAddress(channel.Id, "webhook", channel, person)));
        if (ways.Count == 0 && types.Contains("outbox")) ways.Add(Outbox with { Person = person });
        return ways;
    }

    private static List<NoticeAddress> ToChannel(string id, NoticeContext context, IReadOnlyCollection<string> types)
    {
        var channel = context.Channels.FirstOrDefault(one => one.Id.Equals(id, StringComparison.Ordinal));
        if (channel is null) return [];
        if (types.Contains(channel.Type)) return [new NoticeAddress(channel.Id, channel.Type, channel)];
        return types.Contains("outbox") ? [Outbox with { Settings = channel }] : [];
    }

    // A gateway for SMS needs somebody's number; it is no channel of the team.
    private static IEnumerable<NoticeAddress> Teams(NoticeContext context, IReadOnlyCollection<string> types, string purpose) => context.Channels
        .Where(channel => channel.Purpose == purpose && types.Contains(channel.Type) && !IsSms(channel))
        .Select(channel => new NoticeAddress(channel.Id, channel.Type, channel));

    private static bool IsSms(ChannelSettings channel) => channel is { Type: "webhook", Template: "sms" };

    // Mail wakes nobody: whoever must act now also gets a short message.
    private static bool Wakes(NoticeRequest request) => request.Reason is NoticeReason.First or NoticeReason.Reminder or NoticeReason.Escalation
        or NoticeReason.Stale or NoticeReason.HandOver or NoticeReason.Relapse;

    private static (string Sort, string Id) Split(string recipient)
    {
        var colon = recipient.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("person", recipient) : (recipient[..colon], recipient[(colon + 1)..]);
    }
}

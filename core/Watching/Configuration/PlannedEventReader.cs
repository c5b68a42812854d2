namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads one entry of <c>plannedEvents</c>: whole days in the watch's zone, or instants.</summary>
internal static class PlannedEventReader
{
    public static PlannedEvent Read(ConfigNode node, TimeZoneInfo zone)
    {
        var from = ReadEdge(node.Required("from"), zone, isEnd: false);
        var to = ReadEdge(node.Required("to"), zone, isEnd: true);
        if (to <= from) node.Fault("ends before it begins.", "Put 'to' after 'from'.");
        var expect = node.Field("expect")?.Number() ?? 2;
        if (expect <= 0) node.Field("expect")!.Fault("must be over 0.", "Write how many times the usual volume you expect, such as 4.");
        var result = new PlannedEvent(node.Required("name")?.Text() ?? "", from, to, node.Field("hashtags")?.Texts() ?? [], expect);
        foreach (var item in node.Field("hashtags") is { IsSequence: true } hashtags ? hashtags.Items() : [])
        {
            var text = item.Text();
            if (text.Length < 2 || text[0] != '#' || text.Any(char.IsWhiteSpace)) item.Fault($"'{text}' is not a hashtag.", "Write one word that begins with #, in quotes, such as \"#kuzeyile\".");
        }

        node.RejectUnknown();
        return result;
    }

    private static DateTimeOffset ReadEdge(ConfigNode? node, TimeZoneInfo zone, bool isEnd)
    {
        if (node is null) return DateTimeOffset.UnixEpoch;
        var text = node.Text();
        if (text.Length > 10)
        {
            if (UtcTime.Parse(text) is { } instant) return instant;
            node.Fault($"'{text}' is not a time.", "Write 2026-12-28 or 2026-12-28T09:00:00+03:00.");
            return DateTimeOffset.UnixEpoch;
        }

        if (node.Date() is not { } date) return DateTimeOffset.UnixEpoch;
        var local = (isEnd ? date.AddDays(1) : date).ToDateTime(TimeOnly.MinValue);

        // Midnight that a clock change skips does not exist; the first instant after it does.
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(30);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

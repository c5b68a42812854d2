using Crisis.Core.Notices;
using Crisis.Core.Notices.Delivery;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>What went out over which channel, and what reached nobody.</summary>
internal static class DeliveryPart
{
    private const int MostLost = 30;

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        if (m.Notices.Count == 0) return [];
        var words = m.Words;
        var blocks = new List<ReportBlock>
        {
            new ReportTable(
                words.Say("report.delivery.title"),
                [words.Say("report.delivery.channel"), words.Say("report.delivery.delivered"), words.Say("report.delivery.failed"), words.Say("report.delivery.waiting"), words.Say("report.delivery.substitute")],
                [
                    .. m.Notices.GroupBy(n => n.Channel, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Take(20).Select(g => (IReadOnlyList<string>)
                    [
                        g.Key,
                        words.Number(g.Count(n => n.Status is DeliveryStatus.Accepted or DeliveryStatus.NotNeeded)),
                        words.Number(g.Count(n => n.Status == DeliveryStatus.Failed)),
                        words.Number(g.Count(n => !n.Done)),
                        words.Number(g.Count(n => n.Substitute)),
                    ]),
                ]),
        };
        if (m.LostNotices.Count == 0)
        {
            blocks.Add(new ReportParagraph(words.Say("report.delivery.none-lost")));
            return blocks;
        }

        blocks.Add(new ReportParagraph(words.Count("report.delivery.lost", m.LostNotices.Count), Strong: true));
        blocks.Add(new ReportBullets([.. m.LostNotices.Take(MostLost).Select(n => words.Say(
            "report.delivery.lost-line",
            ("at", words.Time(n.LastAt)),
            ("person", Recipient(m, n.Recipient)),
            ("reason", TimelineText.Reason(m, KebabCase.Of<NoticeReason>(n.Reason))),
            ("why", n.Why is { } why ? ReportText.Own(m, why) : "")))]));
        return blocks;
    }

    public static string Recipient(ReportMaterial m, string recipient) =>
        recipient.StartsWith("person:", StringComparison.Ordinal) ? m.NameOf(recipient[7..])
        : recipient.StartsWith("channel:", StringComparison.Ordinal) ? recipient[8..]
        : m.NameOf(recipient);
}

using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>How good the detection was: what people said of it, now and over the brand's past crises.</summary>
internal static class QualityPart
{
    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var words = m.Words;
        var mine = m.Feedback.Where(f => f.Crisis == m.Crisis.Id).OrderBy(f => f.At).ThenBy(f => f.Detector, StringComparer.Ordinal).ToList();
        if (m.Feedback.Count == 0) return [new ReportParagraph(words.Say("report.quality.none"))];
        var blocks = new List<ReportBlock>();
        if (mine.Count == 0) blocks.Add(new ReportParagraph(words.Say("report.quality.none")));
        else
        {
            blocks.Add(new ReportBullets([.. mine.Take(30).Select(f => words.Say(
                "report.quality.said",
                ("person", m.NameOf(f.By)),
                ("detector", f.Detector == "*" ? words.Say("report.quality.whole") : words.Detector(f.Detector)),
                ("verdict", words.Say(f.Useful ? "report.quality.useful" : "report.quality.noise"))))]));
        }

        var whole = Whole(m.Feedback);
        if (whole.Count > 1)
        {
            blocks.Add(new ReportParagraph(words.Say(
                "report.quality.history",
                ("n", words.Number(whole.Count)),
                ("useful", words.Number(whole.Count(u => u))),
                ("share", words.Percent(whole.Count(u => u) / (double)whole.Count)))));
        }

        return blocks;
    }

    // One word a crisis, the latest, whoever said it.
    private static List<bool> Whole(IReadOnlyList<DetectorFeedback> all) =>
    [
        .. all.Where(f => f.Detector == "*")
            .GroupBy(f => f.Crisis, StringComparer.Ordinal)
            .Select(g => g.OrderBy(f => f.At).ThenBy(f => f.By, StringComparer.Ordinal).Last().Useful),
    ];
}

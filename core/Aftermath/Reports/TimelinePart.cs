namespace Crisis.Core.Aftermath.Reports;

/// <summary>Everything that people and the system did, with who and when.</summary>
internal static class TimelinePart
{
    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        if (m.Lines.Count == 0) return [];
        var blocks = new List<ReportBlock>
        {
            new ReportTable(
                m.Words.Say("report.section.timeline"),
                DecisionsPart.Head(m),
                [.. m.Lines.Select(l => (IReadOnlyList<string>)[m.Words.Time(l.At), m.NameOf(l.By), TimelineText.Of(m, l)])]),
        };
        if (m.LinesLeftOut > 0) blocks.Insert(0, new ReportParagraph(m.Words.Count("report.timeline.left-out", m.LinesLeftOut)));
        return blocks;
    }
}

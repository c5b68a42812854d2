namespace Crisis.Core.Aftermath.Reports;

/// <summary>Single complaints: how many were answered, how fast, and how people took the answers.</summary>
internal static class ComplaintsPart
{
    private const int MostOpen = 15;

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var (words, totals) = (m.Words, m.Crisis.Complaints);
        if (totals.Routed == 0) return [];
        var facts = new List<(string, string)>
        {
            (words.Say("report.complaints.routed"), words.Number(totals.Routed)),
            (words.Say("report.complaints.answered"), words.Say("report.fact.negative-value", ("n", words.Number(totals.Answered)), ("share", words.Percent((double)totals.Answered / totals.Routed)))),
        };
        if (totals.MedianAnswerMinutes is { } minutes) facts.Add((words.Say("report.complaints.median"), words.Duration(TimeSpan.FromMinutes(minutes))));
        if (totals.ReactionsGood + totals.ReactionsBad > 0)
        {
            facts.Add((words.Say("report.complaints.reactions"), words.Say("report.complaints.reactions-value", ("good", words.Number(totals.ReactionsGood)), ("bad", words.Number(totals.ReactionsBad)))));
        }

        var blocks = new List<ReportBlock> { new ReportFacts(facts) };
        var open = m.Complaints.Where(c => c is { RoutedAt: not null, AnsweredAt: null, Text.Length: > 0 }).OrderBy(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        if (open.Count == 0) return blocks;
        blocks.Add(new ReportHeading(words.Count("report.complaints.open", open.Count)));
        blocks.AddRange(open.Take(MostOpen).Select(c => new ReportQuote(ReportText.Quoted(m, c.Text), $"{words.Source(c.Source)} · {words.Time(c.At)}", ReportText.Link(c.Url))));
        return blocks;
    }
}

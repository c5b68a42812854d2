using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>What happened, how bad, since when, and how fast the team was, against the brand's own history.</summary>
internal static class SummaryPart
{
    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var (crisis, words) = (m.Crisis, m.Words);
        var blocks = new List<ReportBlock>
        {
            new ReportParagraph(words.Say(
                "report.summary.lead",
                ("brand", m.Watch.Name),
                ("kind", words.Kind(crisis.Kind)),
                ("severity", words.Severity(crisis.Severity)),
                ("since", words.Time(crisis.Since)),
                ("end", Standing(m)))),
        };
        if (crisis.Drill) blocks.Insert(0, new ReportParagraph(words.Say("notice.drill-line"), Strong: true));
        if (crisis.Unattended) blocks.Add(new ReportParagraph(words.Say("report.summary.unattended"), Strong: true));
        if (m.Lines.Any(line => line.Event == "nobody-reached")) blocks.Add(new ReportParagraph(words.Say("report.summary.nobody-reached"), Strong: true));
        if (crisis.Relapses > 0) blocks.Add(new ReportParagraph(words.Count("report.summary.relapses", crisis.Relapses)));
        blocks.Add(new ReportFacts([.. Facts(m)]));
        blocks.Add(Times(m));
        return blocks;
    }

    private static string Standing(ReportMaterial m) => m.Crisis switch
    {
        { End: { } end, ClosedAt: { } closed } => m.Words.Say("report.summary.closed", ("end", m.Words.Name("end", end)), ("at", m.Words.Time(closed))),
        { RecoveredAt: { } recovered } => m.Words.Say("report.summary.recovered", ("at", m.Words.Time(recovered))),
        _ => m.Words.Say("report.summary.running"),
    };

    private static IEnumerable<(string Label, string Value)> Facts(ReportMaterial m)
    {
        var (crisis, words, totals) = (m.Crisis, m.Words, m.Crisis.Totals);
        var summary = CrisisSummary.Of(crisis);
        if (summary.Topic is { } topic) yield return (words.Say("report.fact.about"), ReportText.Quoted(m, words.Target(topic)));
        if (crisis.Spread?.BeganIn is { } began) yield return (words.Say("report.fact.began-in"), words.Source(began));
        yield return (words.Say("report.fact.posts"), words.Number(totals.Mentions));
        if (totals.Mentions > 0)
        {
            yield return (words.Say("report.fact.negative"), words.Say("report.fact.negative-value", ("n", words.Number(totals.Negative)), ("share", words.Percent((double)totals.Negative / totals.Mentions))));
        }

        if (totals.Reach > 0) yield return (words.Say("report.fact.reach"), words.Number(totals.Reach));
        if (totals.PeakAt is { } peak) yield return (words.Say("report.fact.peak"), words.Say("report.fact.peak-value", ("n", words.Number(totals.PeakMentions)), ("at", words.Time(peak))));
        if ((crisis.RecoveredAt ?? crisis.ClosedAt) is { } end) yield return (words.Say("report.fact.lasted"), words.Duration(end - crisis.Since));
        yield return (words.Say("report.fact.lead"), crisis.Lead is null ? words.Say("report.nobody") : m.NameOf(crisis.Lead));
    }

    private static ReportTable Times(ReportMaterial m)
    {
        var words = m.Words;
        var rows = CrisisSpans.All.Select(span =>
        {
            var mine = span.Of(CrisisSummary.Of(m.Crisis));
            var past = m.Past.Select(span.Of).OfType<TimeSpan>().Order().ToList();
            TimeSpan? usual = past.Count == 0 ? null : (past[(past.Count - 1) / 2] + past[past.Count / 2]) / 2;
            return (IReadOnlyList<string>)
            [
                words.Say($"report.span.{span.Key}"),
                mine is { } time ? words.Duration(time) : words.Say("report.none-yet"),
                usual is { } median ? words.Duration(median) : "–",
                mine is { } a && usual is { } b ? words.Say($"report.compared.{Compare(a, b)}") : "–",
            ];
        });
        return new ReportTable(
            words.Say("report.times"),
            [words.Say("report.span.title"), words.Say("report.this"), words.Count("report.past", m.Past.Count), words.Say("report.compared.title")],
            [.. rows]);
    }

    // Within a fifth is chance, not a trend.
    private static string Compare(TimeSpan mine, TimeSpan usual) =>
        mine < usual * 0.8 ? "faster" : mine > usual * 1.25 ? "slower" : "same";
}

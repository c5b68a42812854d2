using Crisis.Core.Aftermath.Charts;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>The course of it as one picture, and the reputation before, during and after in figures.</summary>
internal static class CoursePart
{
    private const int MostBuckets = 180;
    private const int MostSources = 8;

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var buckets = ChartBuckets.Of(m.Series, MostBuckets);
        if (buckets.Count < 2) return [];
        var phases = Reputation.Of([.. m.Before, .. m.Series], m.Crisis.Since, m.Crisis.RecoveredAt ?? m.Crisis.ClosedAt);
        var blocks = new List<ReportBlock> { new ReportChart(buckets, CrisisMoments.Of(m.Crisis)), Picture(m, phases), Figures(m, phases) };
        if (BySource(m, phases) is { } sources) blocks.Add(sources);
        return blocks;
    }

    private static ReportBars Picture(ReportMaterial m, IReadOnlyList<ReputationPhase> phases)
    {
        var words = m.Words;
        return new ReportBars(
            words.Say("report.phase.picture"),
            [words.Say("report.phase.phase"), words.Say("report.phase.share")],
            [.. phases.Select(p => (words.Say($"report.phase.{p.Key}"), p.Share, p.Share is { } share ? words.Percent(share) : "–"))]);
    }

    private static ReportTable Figures(ReportMaterial m, IReadOnlyList<ReputationPhase> phases)
    {
        var words = m.Words;
        return new ReportTable(
            words.Say("report.phase.title"),
            [words.Say("report.phase.phase"), words.Say("report.phase.posts"), words.Say("report.phase.negative"), words.Say("report.phase.share")],
            [
                .. phases.Select(p => (IReadOnlyList<string>)
                [
                    words.Say($"report.phase.{p.Key}"),
                    words.Number(p.MentionsPerHour, 1),
                    words.Number(p.NegativePerHour, 1),
                    p.Share is { } share ? words.Percent(share) : "–",
                ]),
            ]);
    }

    /// <summary>Where it was, and whether it went back there: negatives an hour by source and phase.</summary>
    private static ReportTable? BySource(ReportMaterial m, IReadOnlyList<ReputationPhase> phases)
    {
        var words = m.Words;
        var sources = phases.SelectMany(p => p.Sources).GroupBy(s => s.Key, StringComparer.Ordinal).OrderByDescending(g => g.Sum(s => s.Value.Mentions)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostSources).Select(g => g.Key).ToList();
        return sources.Count == 0 ? null : new ReportTable(
            words.Say("report.phase.by-source"),
            [words.Say("report.spread.sources"), .. phases.Select(p => words.Say($"report.phase.{p.Key}"))],
            [
                .. sources.Select(source => (IReadOnlyList<string>)
                [
                    words.Source(source),
                    .. phases.Select(p => p.Sources.TryGetValue(source, out var n)
                        ? words.Say("report.phase.by-source-value", ("negative", words.Number(n.Negative / p.Hours, 1)), ("all", words.Number(n.Mentions / p.Hours, 1)))
                        : "–"),
                ]),
            ]);
    }
}

using Crisis.Core.Aftermath.Charts;
using Crisis.Core.Detection;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>The course of it as one picture, and the reputation before, during and after in figures.</summary>
internal static class CoursePart
{
    private const int MostBuckets = 180;

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var buckets = ChartBuckets.Of(m.Series, MostBuckets);
        if (buckets.Count < 2) return [];
        return [new ReportChart(buckets, CrisisMoments.Of(m.Crisis)), Phases(m)];
    }

    private static ReportTable Phases(ReportMaterial m)
    {
        var words = m.Words;
        var calm = m.Crisis.RecoveredAt ?? m.Crisis.ClosedAt ?? DateTimeOffset.MaxValue;
        (string Key, List<SeriesPoint> Windows)[] phases =
        [
            ("before", [.. m.Series.Where(p => p.Start < m.Crisis.Since)]),
            ("during", [.. m.Series.Where(p => p.Start >= m.Crisis.Since && p.Start < calm)]),
            ("after", [.. m.Series.Where(p => p.Start >= calm)]),
        ];
        return new ReportTable(
            words.Say("report.phase.title"),
            [words.Say("report.phase.phase"), words.Say("report.phase.posts"), words.Say("report.phase.negative"), words.Say("report.phase.share")],
            [
                .. phases.Where(p => p.Windows.Count > 0).Select(p =>
                {
                    var hours = p.Windows.Count * WindowCounts.Length.TotalHours;
                    var (all, negative) = (p.Windows.Sum(w => (double)w.Mentions), p.Windows.Sum(w => (double)w.Negative));
                    return (IReadOnlyList<string>)
                    [
                        words.Say($"report.phase.{p.Key}"),
                        words.Number(all / hours, 1),
                        words.Number(negative / hours, 1),
                        all == 0 ? "–" : words.Percent(negative / all),
                    ];
                }),
            ]);
    }
}

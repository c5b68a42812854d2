using Crisis.Core.Aftermath.Charts;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Mentions and negatives against the expected band, with the moments of the crisis marked.</summary>
public sealed record ReportChart(IReadOnlyList<ChartBucket> Buckets, IReadOnlyList<ChartMoment> Moments) : ReportBlock;

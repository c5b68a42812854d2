using Crisis.Core.Aftermath.Charts;

namespace Crisis.Web.Charts;

/// <summary>What a crisis's chart shows; times are labelled in <paramref name="Zone"/> (IANA).</summary>
public sealed record CrisisChartModel(IReadOnlyList<ChartBucket> Buckets, IReadOnlyList<ChartMoment> Moments, string Zone);

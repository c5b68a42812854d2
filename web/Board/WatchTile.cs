using Crisis.Core.Aftermath.Charts;
using Crisis.Web.Charts;

namespace Crisis.Web.Board;

/// <summary>One watch on the board. Counts are of the last hour; the expectation is null while it is still learning.</summary>
public sealed record WatchTile(string Id, string Name, IReadOnlyList<ChartBucket> Buckets, double Mentions, double Negative, double? Expected, int OpenCrises);

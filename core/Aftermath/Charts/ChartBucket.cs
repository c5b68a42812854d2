namespace Crisis.Core.Aftermath.Charts;

/// <summary>
/// Some windows in a row as one point of a chart: averages a window (five minutes), so that the unit stays the same
/// whatever the span.
/// </summary>
public sealed record ChartBucket(DateTimeOffset Start, TimeSpan Length, double Mentions, double Negative)
{
    public double? ExpectedMentions { get; init; }
    public double? HighMentions { get; init; }
    public double? ExpectedNegative { get; init; }
    public double? HighNegative { get; init; }
}

namespace Crisis.Core.Detection;

/// <summary>One window of a chart: what was counted, and what was expected (null while the watch was still learning).</summary>
public sealed record SeriesPoint(DateTimeOffset Start, int Mentions, int Negative)
{
    /// <summary>The same by source type; empty where the window says nothing of it.</summary>
    public IReadOnlyDictionary<string, SourceCount> Sources { get; init; } = None;

    public double? ExpectedMentions { get; init; }

    /// <summary>Upper edge of the expected band.</summary>
    public double? HighMentions { get; init; }

    public double? ExpectedNegative { get; init; }
    public double? HighNegative { get; init; }

    private static readonly Dictionary<string, SourceCount> None = [];
}

namespace Crisis.Core.Escalation;

/// <summary>
/// The numbers of a crisis at one moment: the windows since the last measurement, each judged against the baseline
/// from before the crisis. Counts; times UTC.
/// </summary>
public sealed record Measurement
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Sealed windows since the last measurement, oldest first; at most 300, older ones are summed in <see cref="Skipped"/>.</summary>
    public IReadOnlyList<WindowVerdict> Windows { get; init; } = [];

    public int Skipped { get; init; }

    /// <summary>Mentions and negatives of the last hour, and what the baseline expects of an hour like it.</summary>
    public double HourMentions { get; init; }

    public double HourNegative { get; init; }
    public double HourExpectedMentions { get; init; }
    public double HourExpectedNegative { get; init; }

    /// <summary>Sums since the crisis began.</summary>
    public CrisisTotals Totals { get; init; } = CrisisTotals.None;

    /// <summary>Mentions since the last measurement by source.</summary>
    public IReadOnlyDictionary<string, int> BySource { get; init; } = new Dictionary<string, int>();

    /// <summary>Share of negative among scored mentions of the last hour, 0 to 1; null without any.</summary>
    public double? NegativeShare { get; init; }
}

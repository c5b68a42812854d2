using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;

namespace Crisis.Core.Detection;

/// <summary>
/// What was normal when a crisis began, kept for its whole life, and the sums of the windows that will not change any
/// more, so that a long crisis is not summed from its first day at every look.
/// </summary>
public sealed record CrisisBaseline(VolumeState Mentions, string? Analyser, VolumeState Negative)
{
    /// <summary>Windows before this are in <see cref="Sums"/>, UTC.</summary>
    public DateTimeOffset SummedTo { get; init; }

    public CrisisTotals Sums { get; init; } = CrisisTotals.None;
}

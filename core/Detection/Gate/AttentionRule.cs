using Crisis.Core.Detection.Signals;

namespace Crisis.Core.Detection.Gate;

/// <summary>
/// Many look, few complain. A surge is handed over when the share of negatives is clearly above what is usual here; with
/// the usual mix only where nearly all is negative anyway, so that the share can tell nothing, and when it is large and
/// lasts. The newest half hour counts as much as the whole event, so that a joke that turns is not a joke any more.
/// </summary>
internal static class AttentionRule
{
    /// <summary>A smaller share of negatives is attention anywhere.</summary>
    private const double LeastShare = 0.25;

    private const double AboveUsual = 0.1, Deviations = 4;

    /// <summary>With the usual mix: where it is so negative, so many times the expected, for so long, with so many negatives.</summary>
    private const double AlwaysNegative = 0.6, Times = 4, Negatives = 25;

    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(30);

    /// <summary>Why it is only attention; null when it is more.</summary>
    public static string? Hold(Signal signal, GateContext context)
    {
        if (signal.Detector is not (DetectorNames.Surge or DetectorNames.NegativeSurge) || SurgeRules.MostlyUnscored(context.Event)) return null;
        var usual = context.Habits.NegativeShare;
        var above = IsAbove(context.Event, context.Habits, out var share);
        if (above || IsAbove(context.Recent, context.Habits, out _)) return null;
        var large = usual >= AlwaysNegative && context.Event.Negative >= Negatives && signal.Observed >= Times * Math.Max(1, signal.Expected);
        if (large && context.Now - signal.Since >= Lasting) return null;
        return FormattableString.Invariant($"{share:0 %} negative, usually {usual:0 %}");
    }

    /// <summary>The share of negatives is clearly above the usual, in the event or in its newest half hour.</summary>
    public static bool IsComplaint(GateContext context) =>
        IsAbove(context.Event, context.Habits, out _) || IsAbove(context.Recent, context.Habits, out _);

    private static bool IsAbove(WindowCounts counts, WatchHabits habits, out double share)
    {
        double scored = counts.Positive + counts.Neutral + counts.Negative;
        var usual = habits.NegativeShare;
        share = scored == 0 ? 0 : counts.Negative / scored;
        return share >= LeastShare && share >= usual + AboveUsual && counts.Negative >= 5 && habits.Deviations(counts.Negative, scored, usual, habits.Scored) >= Deviations;
    }
}

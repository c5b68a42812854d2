using System.Globalization;
using Crisis.Core.Escalation;

namespace Crisis.Core.Detection;

/// <summary>
/// From unusual windows to findings: a surge of mentions, a surge of negatives. Pure. What people only look at is told
/// apart from what they complain about.
/// </summary>
internal static class SurgeRules
{
    public const string Surge = "surge";
    public const string NegativeSurge = "negative-surge";

    /// <summary>Below this share of negatives among what was scored a surge is attention, not a complaint.</summary>
    public const double AttentionShare = 0.25;

    /// <summary>With less of it scored than this nobody can tell what a surge says.</summary>
    public const double ScoredShare = 0.3;

    /// <summary>The findings of one window; <paramref name="event"/> sums the windows of the running event.</summary>
    public static IEnumerable<Signal> Find(string watch, WindowJudgement window, WindowCounts @event, DateTimeOffset now)
    {
        if (window.Negative is { IsAlarm: true } negative)
        {
            yield return new Signal
            {
                Id = Id(watch, NegativeSurge, window.Counts.Start),
                Watch = watch,
                Detector = NegativeSurge,
                Cause = CrisisCause.Mentions,
                At = now,
                Since = negative.Since ?? window.Counts.Start,
                Observed = negative.Observed,
                Expected = negative.Expected,
                Surprise = negative.Surprise,
                Kind = CrisisKind.ComplaintWave,
                Severity = FirstSeverity.Of(negative.Observed, negative.Expected, @event),
            };
        }

        if (window.Mentions.IsAlarm)
        {
            yield return new Signal
            {
                Id = Id(watch, Surge, window.Counts.Start),
                Watch = watch,
                Detector = Surge,
                Cause = CrisisCause.Mentions,
                At = now,
                Since = window.Mentions.Since ?? window.Counts.Start,
                Observed = window.Mentions.Observed,
                Expected = window.Mentions.Expected,
                Surprise = window.Mentions.Surprise,
                Kind = MostlyUnscored(@event) ? CrisisKind.Unclassified : CrisisKind.ComplaintWave,
                Severity = FirstSeverity.Of(window.Mentions.Observed, window.Mentions.Expected, @event),
            };
        }
    }

    /// <summary>
    /// Why a finding is not handed over, or null when it is. Twenty times the mentions bring twenty times the usual
    /// grumbling: more negatives than usual are still attention while their share stays small.
    /// </summary>
    public static SuppressionReason? Suppress(Signal signal, WindowCounts @event) =>
        !MostlyUnscored(@event) && NegativeShare(@event) < AttentionShare
            ? SuppressionReason.AttentionOnly
            : null;

    private static bool MostlyUnscored(WindowCounts counts) => counts.Mentions - counts.Unscored < ScoredShare * counts.Mentions;

    private static double NegativeShare(WindowCounts counts)
    {
        var scored = counts.Positive + counts.Neutral + counts.Negative;
        return scored == 0 ? 0 : counts.Negative / (double)scored;
    }

    private static string Id(string watch, string detector, DateTimeOffset start) =>
        string.Create(CultureInfo.InvariantCulture, $"{watch}-{detector}-{start.UtcDateTime:yyyyMMddHHmm}");
}

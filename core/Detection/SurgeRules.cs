using System.Globalization;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;

namespace Crisis.Core.Detection;

/// <summary>From the verdicts of the volume detectors to findings: surges, negative surges, silence. Pure.</summary>
internal static class SurgeRules
{
    /// <summary>With less of it scored than this nobody can tell what a surge says.</summary>
    public const double ScoredShare = 0.3;

    /// <summary>The findings of one window; <paramref name="event"/> sums the windows of the running event.</summary>
    public static IEnumerable<Signal> Find(string watch, WindowJudgement window, WindowCounts @event, DateTimeOffset now)
    {
        if (window.Negative is { IsAlarm: true } negative) yield return Negative(watch, window, negative, @event, now);
        if (window.Mentions.IsAlarm) yield return Mentions(watch, window, @event, now);
        if (window.Mentions.IsSilent && !window.Open) yield return Signal(watch, DetectorNames.Silence, window, window.Mentions, now) with { Kind = CrisisKind.Unclassified, Severity = 4 };
    }

    /// <summary>What the running event looks like now, whether or not it alarms anew: for what was held back before.</summary>
    public static IEnumerable<Signal> Ongoing(string watch, WindowJudgement window, WindowCounts @event, DateTimeOffset now)
    {
        if (window.Negative is { Since: not null, Learning: false } negative) yield return Negative(watch, window, negative, @event, now);
        if (window.Mentions is { Since: not null, Learning: false }) yield return Mentions(watch, window, @event, now);
    }

    /// <summary>A surge that the planned event explains: seen without what it makes one expect, it would be one.</summary>
    public static Signal? Planned(string watch, WindowJudgement window, IReadOnlyList<WindowCounts> recent, double expect, WindowCounts @event, DateTimeOffset now)
    {
        if (expect <= 1 || window.Mentions.IsAlarm || window.Open) return null;
        var quarter = recent.TakeLast(3).Sum(count => count.Mentions);
        var plain = 3 * window.Mentions.Expected / expect;
        if (quarter < 12 || quarter < 2.5 * plain || NegativeBinomial.UpperSurprise(quarter, Math.Max(plain, 0.1), 0.1) < 6) return null;
        return Mentions(watch, window, @event, now) with { Observed = quarter, Expected = plain };
    }

    public static bool MostlyUnscored(WindowCounts counts) => counts.Mentions - counts.Unscored < ScoredShare * counts.Mentions;

    private static Signal Negative(string watch, WindowJudgement window, VolumeVerdict verdict, WindowCounts @event, DateTimeOffset now) =>
        Signal(watch, DetectorNames.NegativeSurge, window, verdict, now) with
        {
            Kind = CrisisKind.ComplaintWave,
            Severity = Severity(window, verdict, @event.Negative, @event),
        };

    private static Signal Mentions(string watch, WindowJudgement window, WindowCounts @event, DateTimeOffset now) =>
        Signal(watch, DetectorNames.Surge, window, window.Mentions, now) with
        {
            Kind = MostlyUnscored(@event) ? CrisisKind.Unclassified : CrisisKind.ComplaintWave,
            Severity = Severity(window, window.Mentions, @event.Mentions, @event),
        };

    // By its newest window or by all of its first hour, whichever is worse: what comes in handfuls adds up.
    private static int Severity(WindowJudgement window, VolumeVerdict verdict, int sum, WindowCounts @event)
    {
        var newest = FirstSeverity.Of(verdict.Observed, verdict.Expected, @event);
        var windows = ((window.Counts.Start - (verdict.Since ?? window.Counts.Start)) / WindowCounts.Length) + 1;
        return windows is > 1 and <= 12 ? Math.Min(newest, FirstSeverity.Of(sum, verdict.Expected * windows, @event)) : newest;
    }

    private static Signal Signal(string watch, string detector, WindowJudgement window, VolumeVerdict verdict, DateTimeOffset now) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{watch}-{detector}-{window.Counts.Start.UtcDateTime:yyyyMMddHHmm}"),
        Watch = watch,
        Detector = detector,
        Cause = CrisisCause.Mentions,
        At = now,
        Since = verdict.Since ?? window.Counts.Start,
        Observed = verdict.Observed,
        Expected = verdict.Expected,
        Surprise = verdict.Surprise,
        Kind = CrisisKind.Unclassified,
        Severity = 4,
    };
}

using System.Globalization;
using Crisis.Core.Detection.Gate;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>Decides whether a finding is handed over. Whatever is held back has a named reason; the first that fits is told.</summary>
public sealed class SignalGate(Silences silences, CrisisTable crises)
{
    /// <summary>Windows before which only what is severe is believed.</summary>
    private const int Learning = 12;

    /// <summary>Crises looked at for the cool-down.</summary>
    private const int RecentCrises = 40;

    /// <summary>Why a finding is held back, or null when it goes on.</summary>
    internal async ValueTask<(SuppressionReason Reason, string? Detail)?> HoldAsync(Signal signal, WindowJudgement window, GateContext context, CancellationToken cancellation = default)
    {
        if (signal.Detector == DetectorNames.Silence) return (SuppressionReason.WatchdogOnly, null);
        foreach (var silence in await silences.ListAsync(signal.Watch, cancellation))
        {
            if (silence.Covers(signal.Cause, signal.Detector, signal.At))
                return (SuppressionReason.Silenced, string.Create(CultureInfo.InvariantCulture, $"{silence.By}: {silence.Reason} (until {silence.Until.UtcDateTime:yyyy-MM-ddTHH:mm}Z)"));
        }

        if (Rules(signal, window, context) is { } held) return held;
        return CoolDownRule.Hold(signal, await crises.ListAsync(RecentCrises, cancellation: cancellation)) is { } closed
            ? (SuppressionReason.CoolDown, closed.Id)
            : null;
    }

    private static (SuppressionReason Reason, string? Detail)? Rules(Signal signal, WindowJudgement window, GateContext context)
    {
        if (context.Memory.Habits.Windows < Learning && signal.Severity > 2) return (SuppressionReason.Learning, $"{context.Memory.Habits.Windows}/{Learning}");
        // A planned event explains that many look, not that they complain.
        if (context.Planned is { } planned && !AttentionRule.IsComplaint(context)) return (SuppressionReason.PlannedEvent, planned.Name);
        if (signal.Cause == CrisisCause.Mentions)
        {
            if (LatenessRule.Hold(signal, window, context) is { } late) return late;
            if (BotFloodRule.Hold(context) is { } flood) return (SuppressionReason.BotFlood, flood);
            if (AnalyserRule.Hold(signal, context) is { } change) return (SuppressionReason.AnalyserChanged, change);
            if (AttentionRule.Hold(signal, context) is { } attention) return (SuppressionReason.AttentionOnly, attention);
        }

        return IsBelow(signal, context) ? (SuppressionReason.BelowSensitivity, KebabCase.Of(context.Watch.Sensitivity)) : null;
    }

    private static bool IsBelow(Signal signal, GateContext context) => context.Watch.Sensitivity switch
    {
        Sensitivity.Eager => false,
        Sensitivity.Careful => signal.Severity == 4 || (signal.Severity == 3 && context.Event.Negative < 15),
        _ => signal.Severity == 4,
    };
}

using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>Decides whether a finding is handed over. Whatever is held back has a named reason.</summary>
public sealed class SignalGate(Silences silences)
{
    /// <summary>Why a finding is held back, or null when it goes on.</summary>
    public async ValueTask<Suppression?> HoldAsync(Watch watch, Signal signal, WindowCounts @event, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(@event);
        if (SurgeRules.Suppress(signal, @event) is { } reason) return new Suppression(signal, reason, null);
        foreach (var silence in await silences.ListAsync(watch.Id, cancellation))
        {
            if (silence.Covers(signal.Cause, signal.Detector, signal.At)) return new Suppression(signal, SuppressionReason.Silenced, $"{silence.By}: {silence.Reason}");
        }

        return null;
    }
}

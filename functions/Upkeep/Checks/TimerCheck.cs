using Crisis.Core.Watching;
using Crisis.Functions.Detection;
using Crisis.Functions.Mentions;
using Crisis.Functions.Watching;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>Timers that have not run when they should have.</summary>
public sealed class TimerCheck(TimerBeats beats) : ICheck
{
    /// <summary>What each may be late by: those of a minute beat every few, one of five minutes misses four turns first, the daily one may be moved by an hour.</summary>
    private static readonly Dictionary<string, TimeSpan> Patience = new(StringComparer.Ordinal)
    {
        [nameof(PlanPulls)] = TimeSpan.FromMinutes(15),
        [nameof(DetectCrises)] = TimeSpan.FromMinutes(15),
        [nameof(RetryNotices)] = TimeSpan.FromMinutes(15),
        [nameof(RecheckMentions)] = TimeSpan.FromMinutes(25),
        [RetentionTimer.Name] = TimeSpan.FromHours(26),
    };

    /// <summary>The timers that are looked after: all but the watchdog, which an alert outside watches.</summary>
    internal static IReadOnlyCollection<string> Timers => Patience.Keys;

    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
    [
        .. (await beats.ListAsync(Patience.Keys.Order(StringComparer.Ordinal), cancellation))
            .Where(beat => now - beat.At > Patience[beat.Timer])
            .Select(beat => $"Timer {beat.Timer}: has not run since {UtcTime.Format(beat.At)}. Restart the app."),
    ];
}

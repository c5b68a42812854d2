using Crisis.Core.Notices.Channels;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// How long to wait between tries over one channel, and when to give it up for the next one: the graver the crisis,
/// the sooner somebody is told another way.
/// </summary>
public sealed record RetrySchedule
{
    /// <summary>Waits after the first, second… failed try, for severity 1.</summary>
    public IReadOnlyList<TimeSpan> Critical { get; init; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(40)];

    /// <summary>The same for the others.</summary>
    public IReadOnlyList<TimeSpan> Normal { get; init; } = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    /// <summary>A channel that asks for more patience than this is given up for the next one.</summary>
    public TimeSpan MostPatience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait after so many tries; null: give up.</summary>
    public TimeSpan? Next(int attempts, int severity, SendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Status == SendStatus.Refused) return null;
        var waits = severity == 1 ? Critical : Normal;

        // Being asked to wait is no failure of the channel: it gets the whole schedule again.
        var most = outcome.Status == SendStatus.Throttled ? waits.Count * 3 : waits.Count;
        if (attempts > most) return null;
        var wait = waits[Math.Min(attempts, waits.Count) - 1];
        if (outcome.RetryAfter is { } asked) wait = outcome.Status == SendStatus.Throttled ? asked : TimeSpan.FromTicks(Math.Max(wait.Ticks, asked.Ticks));
        return wait > MostPatience ? null : wait;
    }
}

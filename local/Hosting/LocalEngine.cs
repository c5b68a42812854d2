using Crisis.Core.Notices.Delivery;

namespace Crisis.Local.Hosting;

/// <summary>
/// What wants to be done by time alone: turns of crises, notices to be sent again. Follows whatever clock it is given,
/// so that a drill and a running pipeline are the same code.
/// </summary>
public sealed class LocalEngine(LocalCrises crises, NoticeRetryRound retries, TimeProvider clock)
{
    // What was read stays true until a retry is written or done.
    private DateTimeOffset? retryAt;
    private long retriesKnown = -1;

    /// <summary>When something is next due; null when nothing is.</summary>
    public async ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellation = default)
    {
        var retry = await RetryAtAsync(cancellation);
        return crises.NextAt is { } crisis && (retry is null || crisis < retry) ? crisis : retry;
    }

    /// <summary>Does what is due now. Returns the crises that had a turn, with the lines of their timelines so far.</summary>
    public async ValueTask<IReadOnlyList<(string Crisis, int Lines)>> RunDueAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (await RetryAtAsync(cancellation) <= now) await retries.RunAsync(now, cancellation);
        return await crises.RunDueAsync(cancellation);
    }

    private async ValueTask<DateTimeOffset?> RetryAtAsync(CancellationToken cancellation)
    {
        var changes = retries.Changes;
        if (retriesKnown == changes) return retryAt;
        retryAt = await retries.NextAsync(cancellation);
        retriesKnown = changes;
        return retryAt;
    }
}

using Crisis.Core.Notices.Delivery;

namespace Crisis.Local.Hosting;

/// <summary>
/// What wants to be done by time alone: turns of crises, notices to be sent again. Follows whatever clock it is given,
/// so that a drill and a running pipeline are the same code.
/// </summary>
public sealed class LocalEngine(LocalCrises crises, NoticeRetryRound retries, TimeProvider clock)
{
    // Retries come of notices alone, and those of turns: what was read stays true until the next of either.
    private DateTimeOffset? retryAt;
    private bool retryKnown;

    /// <summary>When something is next due; null when nothing is.</summary>
    public async ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellation = default)
    {
        var retry = await RetryAtAsync(cancellation);
        return crises.NextAt is { } crisis && (retry is null || crisis < retry) ? crisis : retry;
    }

    /// <summary>Does what is due now. Returns the crises that had a turn.</summary>
    public async ValueTask<IReadOnlyList<string>> RunDueAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (await RetryAtAsync(cancellation) <= now)
        {
            retryKnown = false;
            await retries.RunAsync(now, cancellation);
        }

        var turned = await crises.RunDueAsync(cancellation);
        if (turned.Count > 0) retryKnown = false;
        return turned;
    }

    private async ValueTask<DateTimeOffset?> RetryAtAsync(CancellationToken cancellation)
    {
        if (retryKnown) return retryAt;
        retryAt = await retries.NextAsync(cancellation);
        retryKnown = true;
        return retryAt;
    }
}

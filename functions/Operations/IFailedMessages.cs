using Crisis.Web.Board;

namespace Crisis.Functions.Operations;

/// <summary>Messages that were given up and are kept: for the board, the watchdog and <c>crisis queue</c>.</summary>
public interface IFailedMessages : IPoisonMessages
{
    /// <summary>The oldest, at most so many.</summary>
    ValueTask<IReadOnlyList<PoisonEntry>> PeekAsync(int most, CancellationToken cancellation = default);

    /// <summary>How many there are of each queue, as far as the service counts.</summary>
    ValueTask<IReadOnlyList<(string Queue, int Count)>> CountAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Puts messages back into their queues: those of these ids, all when none is named. First sent, then deleted: a
    /// crash in between replays one twice, and every handler takes that. Returns the ids that were put back.
    /// </summary>
    ValueTask<IReadOnlyList<string>> ReplayAsync(IReadOnlySet<string> ids, CancellationToken cancellation = default);
}

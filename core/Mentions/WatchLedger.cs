using Crisis.Core.Detection;

namespace Crisis.Core.Mentions;

/// <summary>Up to where a watch's windows are sealed, which were reopened, and (for a sole writer) the sums of the open ones.</summary>
internal sealed class WatchLedger(string watch)
{
    public string Watch { get; } = watch;

    /// <summary>Taken by whoever seals, so that only one does at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Guards <see cref="Open"/>, <see cref="Reopened"/> and <see cref="Sealed"/>.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Windows that begin before this are sealed or reopened. Null: nothing was stored yet.</summary>
    public DateTimeOffset? SealedTo { get; set; }

    /// <summary>What the store says of it, and the tag of that row.</summary>
    public DateTimeOffset? StoredSealedTo { get; set; }

    public string? ETag { get; set; }

    /// <summary>Reopened windows with the tag of their mark.</summary>
    public Dictionary<DateTimeOffset, string> Reopened { get; } = [];

    /// <summary>Sums of open windows; used by a sole writer only.</summary>
    public SortedDictionary<DateTimeOffset, WindowTally> Open { get; } = [];

    /// <summary>
    /// Windows sealed of late as a sole writer sealed them: all that have mentions, begin at <see cref="SealedFrom"/> or
    /// later and were not touched since. A look wants each of them once more, and need not read its row.
    /// </summary>
    public SortedDictionary<DateTimeOffset, WindowCounts> Sealed { get; } = [];

    /// <summary>Earlier windows have to be read. Null: all of them.</summary>
    public DateTimeOffset? SealedFrom { get; private set; }

    /// <summary>Nothing is known of windows that begin before this.</summary>
    public void Forget(DateTimeOffset before)
    {
        if (before <= SealedFrom) return;
        SealedFrom = before;
        while (Sealed.Count > 0 && Sealed.First().Key is var first && first < before) Sealed.Remove(first);
    }

    public WindowTally OpenTally(DateTimeOffset start)
    {
        if (!Open.TryGetValue(start, out var tally)) Open[start] = tally = new WindowTally();
        return tally;
    }
}

using System.Collections.Concurrent;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>
/// Reads windows and keeps the sealed ones of the last hour in memory, and those of the running event, since every look
/// wants them again. A window that was opened again has to be <see cref="Forget">forgotten</see>; where others write too,
/// they do not tell, so that nothing is kept.
/// </summary>
internal sealed class RecentWindows(MentionStore mentions)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(7);
    private readonly ConcurrentDictionary<string, Kept> watches = new(StringComparer.Ordinal);

    public void Forget(string watch) => watches.TryRemove(watch, out _);

    /// <summary>The windows with <c>from ≤ start &lt; before</c> that have mentions.</summary>
    public async ValueTask<Dictionary<DateTimeOffset, WindowCounts>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, DateTimeOffset sealedTo, CancellationToken cancellation)
    {
        watches.TryGetValue(watch, out var known);
        var windows = new Dictionary<DateTimeOffset, WindowCounts>((known?.Windows.Count ?? 0) + 16);
        var read = from;
        if (known is not null && known.From <= from && known.To > from)
        {
            foreach (var window in known.Windows)
            {
                if (window.Start >= from) windows[window.Start] = window;
            }

            read = known.To;
        }

        foreach (var window in await mentions.Windows.ReadAsync(watch, read, before, cancellation)) windows[window.Start] = window;
        if (!mentions.SoleWriter) return windows;

        // As far back as this look went, and no further than an event is summed.
        var keepFrom = from < sealedTo - Longest ? sealedTo - Longest : from;
        if (keepFrom < sealedTo && (known is null || known.To < sealedTo || known.From != keepFrom))
            watches[watch] = new Kept(keepFrom, sealedTo, [.. windows.Values.Where(window => window.Start >= keepFrom && window.Start < sealedTo)]);
        return windows;
    }

    private sealed record Kept(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<WindowCounts> Windows);
}

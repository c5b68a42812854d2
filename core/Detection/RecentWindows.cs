using System.Collections.Concurrent;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>
/// Reads windows and keeps the sealed ones of the last hour in memory, since every look wants them again. A window
/// that was opened again has to be <see cref="Forget">forgotten</see>.
/// </summary>
internal sealed class RecentWindows(MentionStore mentions)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(70);
    private readonly ConcurrentDictionary<string, Kept> watches = new(StringComparer.Ordinal);

    public void Forget(string watch) => watches.TryRemove(watch, out _);

    /// <summary>The windows with <c>from ≤ start &lt; before</c> that have mentions.</summary>
    public async ValueTask<Dictionary<DateTimeOffset, WindowCounts>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, DateTimeOffset sealedTo, CancellationToken cancellation)
    {
        var windows = new Dictionary<DateTimeOffset, WindowCounts>();
        var read = from;
        if (watches.TryGetValue(watch, out var known) && known.From <= from && known.To > from)
        {
            foreach (var window in known.Windows.Where(window => window.Start >= from)) windows[window.Start] = window;
            read = known.To;
        }

        foreach (var window in await mentions.Windows.ReadAsync(watch, read, before, cancellation)) windows[window.Start] = window;
        var keepFrom = sealedTo - Length < from ? from : sealedTo - Length;
        if (keepFrom < sealedTo) watches[watch] = new Kept(keepFrom, sealedTo, [.. windows.Values.Where(window => window.Start >= keepFrom && window.Start < sealedTo)]);
        return windows;
    }

    private sealed record Kept(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<WindowCounts> Windows);
}

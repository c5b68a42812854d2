using System.Collections.Concurrent;
using Crisis.Core.Storage;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// When each timer last ran, as rows that the watchdog reads: timers have been seen to stop silently after a deployment.
/// Written every few minutes at most, since each write is paid for.
/// </summary>
public sealed class TimerBeats(IRowStore rows, TimeProvider clock)
{
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(4);
    private readonly JsonRows<TimerBeat> _beats = new(rows, "timers");
    private readonly ConcurrentDictionary<string, DateTimeOffset> _written = new(StringComparer.Ordinal);

    /// <summary>The timer has run to its end.</summary>
    public async ValueTask BeatAsync(string timer, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (_written.TryGetValue(timer, out var last) && now - last < Seldom) return;
        await _beats.UpsertAsync("timers", timer, new TimerBeat(timer, now), cancellation);
        _written[timer] = now;
    }

    /// <summary>The last beat of every timer of these; one that never beat is taken to have begun now.</summary>
    public async ValueTask<IReadOnlyList<TimerBeat>> ListAsync(IEnumerable<string> timers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(timers);
        var known = (await _beats.ListAsync("timers", null, cancellation)).ToDictionary(beat => beat.Timer, StringComparer.Ordinal);
        var all = new List<TimerBeat>();
        foreach (var timer in timers)
        {
            if (!known.TryGetValue(timer, out var beat))
            {
                beat = new TimerBeat(timer, clock.GetUtcNow());
                await _beats.InsertAsync("timers", timer, beat, cancellation);
            }

            all.Add(beat);
        }

        return all;
    }
}

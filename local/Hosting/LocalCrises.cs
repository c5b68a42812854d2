using Crisis.Core.Escalation;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Hosting;

/// <summary>
/// The loops of all crises on one machine: who wants to be called when. Only in memory, since the crisis table has the
/// same: a start reads it again.
/// </summary>
public sealed class LocalCrises(IServiceProvider services, CrisisTable crises, TimeProvider clock) : ICrisisStarter
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);

    /// <summary>When the next crisis wants its turn; null when none runs.</summary>
    public DateTimeOffset? NextAt
    {
        get
        {
            lock (gate) return due.Count == 0 ? null : due.Values.Min();
        }
    }

    /// <summary>Takes up what ran before this process began.</summary>
    public async ValueTask ResumeAllAsync(CancellationToken cancellation = default)
    {
        foreach (var crisis in await crises.ListLiveAsync(cancellation)) await Ring(crisis.Id);
    }

    public ValueTask StartAsync(string crisis, CancellationToken cancellation = default) => Ring(crisis);

    public ValueTask RingAsync(string crisis, CancellationToken cancellation = default) => Ring(crisis);

    public ValueTask ResumeAsync(string crisis, CancellationToken cancellation = default) => Ring(crisis);

    /// <summary>Takes the turns that are due now. Returns the crises that had one, with the lines of their timelines so far.</summary>
    public async ValueTask<IReadOnlyList<(string Crisis, int Lines)>> RunDueAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        List<string> ready;
        lock (gate)
        {
            ready = [.. due.Where(pair => pair.Value <= now).Select(pair => pair.Key)];
            foreach (var crisis in ready) due.Remove(crisis);
        }

        var turned = new List<(string Crisis, int Lines)>(ready.Count);
        foreach (var crisis in ready)
        {
            var turn = await services.GetRequiredService<CrisisTurn>().RunAsync(crisis, cancellation);
            turned.Add((crisis, turn.Lines));
            if (turn.WakeAt is not { } wake) continue;
            lock (gate)
            {
                // A bell that rang meanwhile is earlier, and stays.
                if (!due.TryGetValue(crisis, out var rung) || wake < rung) due[crisis] = wake;
            }
        }

        return turned;
    }

    private ValueTask Ring(string crisis)
    {
        lock (gate) due[crisis] = clock.GetUtcNow();
        return ValueTask.CompletedTask;
    }
}

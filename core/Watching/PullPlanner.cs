namespace Crisis.Core.Watching;

/// <summary>
/// Decides who is due. By watermark, not by tick: a missed tick is made up by the next, and a source whose pull is
/// still on its way is not asked again until that one is lost for certain, so that a backlog never becomes a flood.
/// </summary>
public sealed class PullPlanner(IConfigSource config, PullStates states, TimeProvider clock)
{
    /// <summary>A planned pull that has not been heard of for so long is taken for lost.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(15);

    /// <summary>The pulls that are due now; each is marked as planned before it is returned.</summary>
    public async ValueTask<IReadOnlyList<PullMessage>> PlanAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var due = new List<PullMessage>();
        foreach (var watch in (await config.CurrentAsync(cancellation)).Watches.Values.OrderBy(watch => watch.Id, StringComparer.Ordinal))
        {
            // A push source brings itself; there is nothing to pull.
            var pulled = watch.Sources.Where(source => source.IsPulled).ToList();
            if (pulled.Count == 0) continue;
            var known = (await states.ListAsync(watch.Id, cancellation)).ToDictionary(state => state.Source);
            foreach (var source in pulled.Where(source => IsDue(known.GetValueOrDefault(source.Id), now)))
            {
                var planned = await states.ChangeAsync(watch.Id, source, before => IsDue(before, now) ? before with { PlannedAt = now } : null, cancellation);
                if (planned?.PlannedAt == now) due.Add(new PullMessage(watch.Id, source.Id, now));
            }
        }

        return due;
    }

    /// <summary>The instant from which on the source is due: the later of its next time and, when a pull is on its way, its loss.</summary>
    public static DateTimeOffset DueAt(PullState? state) =>
        state is null ? DateTimeOffset.MinValue
        : state.PlannedAt is { } planned && planned + Lost > state.NextAt ? planned + Lost
        : state.NextAt;

    private static bool IsDue(PullState? state, DateTimeOffset now) => DueAt(state) <= now;
}

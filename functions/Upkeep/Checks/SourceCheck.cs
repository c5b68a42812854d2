using Crisis.Core.Watching;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>Sources that have brought no answer for long, or never.</summary>
public sealed class SourceCheck(IConfigSource config, PullStates pulls) : ICheck
{
    /// <summary>A source without an answer for this many of its intervals, and at least half an hour, is late.</summary>
    private const int Patience = 5;

    /// <summary>So many failures in a row of a source that never answered are no bad luck.</summary>
    private const int Tries = 3;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(30);

    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var late = new List<string>();
        foreach (var watch in (await config.CurrentAsync(cancellation)).Watches.Values)
        {
            // A push source brings itself: that it is silent is the detectors' business.
            List<SourceSettings> pulled = [.. watch.Sources.Where(source => source.IsPulled)];
            if (pulled.Count == 0) continue;
            var known = (await pulls.ListAsync(watch.Id, cancellation)).ToDictionary(state => state.Source);
            late.AddRange(pulled.Select(source => Fault(source, known.GetValueOrDefault(source.Id), now)).OfType<string>().Select(fault => $"{watch.Id}, {fault}"));
        }

        return late;
    }

    private static string? Fault(SourceSettings source, PullState? state, DateTimeOffset now)
    {
        if (state?.SucceededAt is { } last)
        {
            var patience = source.Every * Patience;
            return now - last > (patience > Least ? patience : Least) ? $"source {source.Id}: no answer since {UtcTime.Format(last)}. {state.Trouble}" : null;
        }

        return state is { Failures: >= Tries } ? $"source {source.Id}: has never answered. {state.Trouble}" : null;
    }
}

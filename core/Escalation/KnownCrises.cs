using System.Collections.Concurrent;

namespace Crisis.Core.Escalation;

/// <summary>
/// Remembers the crises that were read or written last, so that a turn reads and parses only what somebody else has
/// changed. Never believed without its tag, so that several hosts may write the same crises.
/// </summary>
internal sealed class KnownCrises
{
    /// <summary>Some 100 KB each.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, KnownCrisis> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string ETag, CrisisState State)> _states = new(StringComparer.Ordinal);

    public KnownCrisis? Find(string crisis) => _known.GetValueOrDefault(crisis);

    /// <summary>A state alone, for those who only look.</summary>
    public CrisisState? FindState(string crisis, string etag) => _states.TryGetValue(crisis, out var seen) && seen.ETag == etag ? seen.State : null;

    public void Keep(string etag, CrisisState state)
    {
        if (!_states.ContainsKey(state.Id) && _states.Count >= Most) _states.Clear();
        _states[state.Id] = (etag, state);
    }

    public void Keep(KnownCrisis known)
    {
        // Rarely so many run at once; reading them again costs little.
        if (!_known.ContainsKey(known.State.Id) && _known.Count >= Most) _known.Clear();
        _known[known.State.Id] = known;
    }

    public void Forget(string crisis) => _known.TryRemove(crisis, out _);
}

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

    public KnownCrisis? Find(string crisis) => _known.GetValueOrDefault(crisis);

    public void Keep(KnownCrisis known)
    {
        // Rarely so many run at once; reading them again costs little.
        if (_known.Count >= Most && !_known.ContainsKey(known.State.Id)) _known.Clear();
        _known[known.State.Id] = known;
    }

    public void Forget(string crisis) => _known.TryRemove(crisis, out _);
}

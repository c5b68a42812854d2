namespace Crisis.Local.Drills;

/// <summary>Shares the watches of a drill out over its lanes.</summary>
internal static class WatchSharing
{
    /// <summary>
    /// The watches of each lane, so that all lanes have about as much to do: the largest first, each to the lane with
    /// least so far (Graham 1969, "Bounds on multiprocessing timing anomalies": at most a third longer than the best).
    /// The same numbers give the same lanes. Never more lanes than watches, and at least one.
    /// </summary>
    /// <param name="minutes">What each watch has to do: minutes with mentions.</param>
    /// <param name="lanes">As many lanes at most, 1 or more.</param>
    public static IReadOnlyList<IReadOnlySet<string>> Over(IReadOnlyDictionary<string, int> minutes, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        var shares = Enumerable.Range(0, Math.Clamp(minutes.Count, 1, lanes)).Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var sums = new int[shares.Count];
        foreach (var (watch, count) in minutes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var least = Array.IndexOf(sums, sums.Min());
            shares[least].Add(watch);
            sums[least] += count;
        }

        return shares;
    }
}

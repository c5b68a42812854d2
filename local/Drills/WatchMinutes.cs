namespace Crisis.Local.Drills;

/// <summary>
/// Counts the minutes in which a watch has mentions: each brings a batch and a look, which cost more than the mentions.
/// Where times do not ascend, a minute that comes again counts again.
/// </summary>
internal sealed class WatchMinutes
{
    private readonly Dictionary<string, (long Last, int Count)> watches = new(StringComparer.Ordinal);

    /// <summary>Minutes by watch.</summary>
    public IReadOnlyDictionary<string, int> Counts => watches.ToDictionary(pair => pair.Key, pair => pair.Value.Count, StringComparer.Ordinal);

    public void Add(string watch, DateTimeOffset at)
    {
        var minute = at.UtcTicks / TimeSpan.TicksPerMinute;
        var (last, count) = watches.GetValueOrDefault(watch, (-1, 0));
        if (last != minute) watches[watch] = (minute, count + 1);
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Detection;

/// <summary>
/// The table <c>detection</c>: one row a watch. A host that alone writes it keeps it in memory, reads a row only once and
/// writes it when something was told, and else every few hours: after a fall the windows since teach the same once more.
/// </summary>
public sealed class WatchMemories(IRowStore store, bool soleWriter)
{
    private const string Table = "detection";
    private const string Row = "memory";
    private static readonly TimeSpan WriteEvery = TimeSpan.FromHours(3);
    private readonly ConcurrentDictionary<string, (WatchMemory Memory, string? ETag, WatchMemory? Stored)> cache = new(StringComparer.Ordinal);

    /// <summary>What is remembered (an empty memory the first time), with the tag to write it back under.</summary>
    public async ValueTask<(WatchMemory Memory, string? ETag)> LoadAsync(string watch, CancellationToken cancellation = default)
    {
        if (soleWriter && cache.TryGetValue(watch, out var known)) return (known.Memory, known.ETag);
        var row = await store.GetAsync(Table, SafeKey.From(watch), Row, cancellation);
        var memory = row is null ? null : JsonSerializer.Deserialize<WatchMemory>(row.Body, CrisisJson.Options);

        // A memory of another schema is learned anew: normal is what comes in, and comes back within days.
        var loaded = memory is { Schema: WatchMemory.CurrentSchema } ? memory : new WatchMemory { Watch = watch };
        if (soleWriter) cache[watch] = (loaded, row?.ETag, memory);
        return (loaded, row?.ETag);
    }

    /// <summary>Saving it would only keep it in memory: what goes with it need not be written yet either.</summary>
    public bool Waits(WatchMemory memory, string? etag)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return soleWriter && cache.TryGetValue(memory.Watch, out var known) && known.ETag == etag && CanWait(memory, known.Stored);
    }

    /// <summary>Writes it back. False when somebody else did meanwhile: load and judge again.</summary>
    public async ValueTask<bool> SaveAsync(WatchMemory memory, string? etag, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(memory);
        if (Waits(memory, etag))
        {
            cache[memory.Watch] = cache[memory.Watch] with { Memory = memory };
            return true;
        }

        var body = JsonSerializer.Serialize(memory, CrisisJson.Options);
        var write = etag is null ? RowWrite.Insert(Row, body) : RowWrite.Replace(Row, body, etag);
        var outcome = await store.WriteAsync(Table, SafeKey.From(memory.Watch), [write], cancellation);
        if (!outcome.Written)
        {
            cache.TryRemove(memory.Watch, out _);
            return false;
        }

        if (soleWriter) cache[memory.Watch] = (memory, outcome.ETags[0], memory);
        return true;
    }

    private static bool CanWait(WatchMemory memory, WatchMemory? stored) =>
        stored is not null && ReferenceEquals(memory.Told, stored.Told) && memory.LearnedTo - stored.LearnedTo < WriteEvery;
}

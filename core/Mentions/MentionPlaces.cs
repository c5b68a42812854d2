using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// The index that says for each native id into which window it first went. Inserted if absent, a hundred at a time and
/// unseen; only when one is there already are they looked up.
/// </summary>
internal sealed class MentionPlaces(IRowStore rows)
{
    private const int MostTurns = 20;

    /// <summary>Places the mentions of one source; returns for each its window and whether it had one before.</summary>
    public async ValueTask<Place[]> PlaceAsync(
        string watch, string source, IReadOnlyList<(string Id, DateTimeOffset Start)> mentions, CancellationToken cancellation)
    {
        var places = new Place[mentions.Count];
        var partition = Partition(watch, source);
        for (var at = 0; at < mentions.Count; at += RowRules.MostWrites)
            await PlaceAsync(partition, mentions, places, at, Math.Min(RowRules.MostWrites, mentions.Count - at), cancellation);
        return places;
    }

    /// <summary>Where a mention is, or null when it was never seen (or is long gone).</summary>
    public async ValueTask<DateTimeOffset?> FindAsync(string watch, string source, string id, CancellationToken cancellation) =>
        await rows.GetAsync(MentionTables.Places, Partition(watch, source), SafeKey.From(id), cancellation) is { } row ? WindowKey.Parse(row.Body) : null;

    /// <summary>Forgets the places of windows that began before an instant. Returns how many.</summary>
    public async ValueTask<int> SweepAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var limit = WindowKey.Text(before);
        var swept = 0;
        var partition = "";
        List<RowWrite> deletions = [];
        await foreach (var row in rows.AllAsync(new RowRange(MentionTables.Places, null), cancellation))
        {
            if (row.Partition != partition || deletions.Count == RowRules.MostWrites) await FlushAsync();
            partition = row.Partition;
            if (string.CompareOrdinal(row.Body, limit) < 0) deletions.Add(RowWrite.Delete(row.Row, row.ETag));
        }

        await FlushAsync();
        return swept;

        async ValueTask FlushAsync()
        {
            // A conflict means that another sweep is at work: the next one takes what is left.
            if (deletions.Count > 0 && (await rows.WriteAsync(MentionTables.Places, partition, deletions, cancellation)).Written) swept += deletions.Count;
            deletions = [];
        }
    }

    private static string Partition(string watch, string source) => $"{watch}|{source}";

    private async ValueTask PlaceAsync(
        string partition, IReadOnlyList<(string Id, DateTimeOffset Start)> mentions, Place[] places, int from, int count, CancellationToken cancellation)
    {
        var writes = new List<RowWrite>(count);
        var indexes = new List<int>(count);
        string? row = null;
        DateTimeOffset last = default;
        for (var i = from; i < from + count; i++)
        {
            var start = mentions[i].Start;
            if (row is null || start != last) row = WindowKey.Text(last = start);
            places[i] = new Place(start, Known: false);
            writes.Add(RowWrite.Insert(SafeKey.From(mentions[i].Id), row));
            indexes.Add(i);
        }

        for (var turn = 0; turn < MostTurns; turn++)
        {
            if (writes.Count == 0) return;
            if ((await rows.WriteAsync(MentionTables.Places, partition, writes, cancellation)).Written) return;
            var known = await RowLookup.FindAsync(rows, MentionTables.Places, partition, writes.ConvertAll(w => w.Row), cancellation);
            for (var i = writes.Count - 1; i >= 0; i--)
            {
                if (!known.TryGetValue(writes[i].Row, out var there)) continue;
                places[indexes[i]] = new Place(WindowKey.Parse(there.Body), Known: true);
                writes.RemoveAt(i);
                indexes.RemoveAt(i);
            }
        }

        throw new InvalidOperationException($"The places of '{partition}' changed {MostTurns} times while they were written.");
    }

    /// <summary>The window of a mention, and whether the index knew it before.</summary>
    internal readonly record struct Place(DateTimeOffset Start, bool Known);
}

using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>Finds up to a hundred rows of one partition with few requests: neighbours by one page, strays one by one.</summary>
internal static class RowLookup
{
    public static async ValueTask<Dictionary<string, StoredRow>> FindAsync(
        IRowStore rows, string table, string partition, List<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, StoredRow>(keys.Count, StringComparer.Ordinal);
        var sorted = keys.Order(StringComparer.Ordinal).ToList();
        var rest = sorted;
        if (sorted.Count > 2)
        {
            var wanted = sorted.ToHashSet(StringComparer.Ordinal);
            var page = await rows.ReadAsync(new RowRange(table, partition) { From = sorted[0], Before = sorted[^1] + " " }, cancellation);
            foreach (var row in page.Rows)
            {
                if (wanted.Contains(row.Row)) found[row.Row] = row;
            }

            if (page.Continuation is null) return found;
            // The keys lie far apart: the page did not reach them all.
            rest = page.Rows.Count == 0 ? sorted : sorted.FindAll(k => string.CompareOrdinal(k, page.Rows[^1].Row) > 0);
        }

        foreach (var row in await Task.WhenAll(rest.Select(k => rows.GetAsync(table, partition, k, cancellation).AsTask())))
        {
            if (row is not null) found[row.Row] = row;
        }

        return found;
    }
}

using System.Runtime.CompilerServices;

namespace Crisis.Core.Storage;

/// <summary>Reads ranges page by page.</summary>
public static class RowPages
{
    /// <summary>Every row of a range, one page in memory at a time; <see cref="RowRange.Take"/> is the size of a page.</summary>
    public static async IAsyncEnumerable<StoredRow> AllAsync(
        this IRowStore store, RowRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(range);
        var next = range;
        while (true)
        {
            var page = await store.ReadAsync(next, cancellation);
            foreach (var row in page.Rows) yield return row;
            if (page.Continuation is null) yield break;
            next = next with { Continuation = page.Continuation };
        }
    }
}

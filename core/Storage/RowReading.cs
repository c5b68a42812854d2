using System.Runtime.CompilerServices;

namespace Crisis.Core.Storage;

/// <summary>Reads a whole range, page by page.</summary>
public static class RowReading
{
    public static async IAsyncEnumerable<StoredRow> AllAsync(
        this IRowStore store, RowRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        for (var next = range; next is not null;)
        {
            var page = await store.ReadAsync(next, cancellation);
            foreach (var row in page.Rows) yield return row;
            next = page.Continuation is null ? null : next with { Continuation = page.Continuation };
        }
    }
}

using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Notices.Links;

/// <summary>Used nonces as rows, in a table a month of expiry, so that retention drops them whole.</summary>
public sealed class NonceRows(IRowStore rows) : INonceStore
{
    /// <summary>Tables are called <c>nonces202603</c>.</summary>
    public const string TablePrefix = "nonces";

    public async ValueTask<bool> UseAsync(string nonce, DateTimeOffset expires, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(nonce);
        var table = TablePrefix + expires.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var outcome = await rows.WriteAsync(table, "used", [RowWrite.Insert(SafeKey.From(nonce), "{}")], cancellation).ConfigureAwait(false);
        return outcome.Written;
    }

    /// <summary>Drops the tables of months that are over.</summary>
    public async ValueTask DropExpiredAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var current = TablePrefix + now.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);
        foreach (var table in await rows.TablesAsync(TablePrefix, cancellation).ConfigureAwait(false))
        {
            if (string.CompareOrdinal(table, current) < 0) await rows.DropAsync(table, cancellation).ConfigureAwait(false);
        }
    }
}

using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Core.Notices.Links;

/// <summary>Used nonces as rows, in a table a month of expiry, so that retention drops them whole.</summary>
public sealed class NonceRows(IRowStore rows) : INonceStore
{
    private const string TablePrefix = "nonces";

    /// <summary>For the retention: a month that is over holds nothing that could still be used.</summary>
    public static RetentionClass Retention { get; } = new("nonces", TablePrefix, TableSpan.Month, TimeSpan.FromDays(1), "one-time links are refused by their expiry from then on");

    public async ValueTask<bool> UseAsync(string nonce, DateTimeOffset expires, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(nonce);
        var table = TablePrefix + expires.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var outcome = await rows.WriteAsync(table, "used", [RowWrite.Insert(SafeKey.From(nonce), "{}")], cancellation).ConfigureAwait(false);
        return outcome.Written;
    }
}

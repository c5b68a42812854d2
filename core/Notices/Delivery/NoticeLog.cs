using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// The delivery log: table <c>notices</c>, one partition a crisis, one row a notice and channel. The sender writes before
/// and after each try; pages and reports read.
/// </summary>
public sealed class NoticeLog(IRowStore rows)
{
    public const string Table = "notices";

    /// <summary>The line and its tag, or null.</summary>
    public async ValueTask<(NoticeDelivery Delivery, string ETag)?> FindAsync(string crisis, string notice, string channel, CancellationToken cancellation = default)
    {
        var row = await rows.GetAsync(Table, Partition(crisis), Row(notice, channel), cancellation).ConfigureAwait(false);
        return row is null ? null : (Read(row), row.ETag);
    }

    /// <summary>Writes the line: inserted when <paramref name="etag"/> is null, else in place of that version. Returns the new tag, null when somebody else was faster.</summary>
    public async ValueTask<string?> WriteAsync(NoticeDelivery delivery, string? etag, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var row = Row(delivery.Notice, delivery.Channel);
        var body = JsonSerializer.Serialize(delivery, CrisisJson.Options);
        var write = etag is null ? RowWrite.Insert(row, body) : RowWrite.Replace(row, body, etag);
        var outcome = await rows.WriteAsync(Table, Partition(delivery.Crisis), [write], cancellation).ConfigureAwait(false);
        return outcome.Written ? outcome.ETags[0] : null;
    }

    /// <summary>Everything that was sent about a crisis, oldest first.</summary>
    /// <param name="crisis">Its id; empty for what concerned none.</param>
    public async ValueTask<IReadOnlyList<NoticeDelivery>> OfCrisisAsync(string crisis, CancellationToken cancellation = default)
    {
        var found = new List<NoticeDelivery>();
        var range = new RowRange(Table, Partition(crisis));
        do
        {
            var page = await rows.ReadAsync(range, cancellation).ConfigureAwait(false);
            found.AddRange(page.Rows.Select(Read));
            range = range with { Continuation = page.Continuation };
        }
        while (range.Continuation is not null);
        return [.. found.OrderBy(line => line.FirstAt).ThenBy(line => line.Notice, StringComparer.Ordinal).ThenBy(line => line.Channel, StringComparer.Ordinal)];
    }

    /// <summary>What one recipient got or should have got, oldest first.</summary>
    public async ValueTask<IReadOnlyList<NoticeDelivery>> OfRecipientAsync(string crisis, string recipient, CancellationToken cancellation = default) =>
        [.. (await OfCrisisAsync(crisis, cancellation).ConfigureAwait(false)).Where(line => line.Recipient == recipient)];

    /// <summary>Notices that reached nobody over any channel and are not being tried any more: the last line of each.</summary>
    public async ValueTask<IReadOnlyList<NoticeDelivery>> LostAsync(string crisis, CancellationToken cancellation = default) =>
    [
        .. (await OfCrisisAsync(crisis, cancellation).ConfigureAwait(false))
            .GroupBy(line => line.Notice, StringComparer.Ordinal)
            .Where(lines => lines.All(line => line.Status == DeliveryStatus.Failed))
            .Select(lines => lines.Last()),
    ];

    private static string Partition(string crisis) => SafeKey.From(crisis);

    private static string Row(string notice, string channel) => SafeKey.From(notice) + "|" + SafeKey.From(channel);

    private static NoticeDelivery Read(StoredRow row) => JsonSerializer.Deserialize<NoticeDelivery>(row.Body, CrisisJson.Options)
        ?? throw new InvalidDataException($"The delivery log's row {row.Partition} {row.Row} cannot be read.");
}

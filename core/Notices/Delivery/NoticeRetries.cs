using System.Globalization;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// Notices that must be sent again, as rows in order of time, so that a restart forgets none. The host asks for what
/// is due whenever it wakes up.
/// </summary>
public sealed class NoticeRetries(IRowStore rows)
{
    public const string Table = "noticeretries";
    private const string Partition = "due";
    private long _changes;

    /// <summary>How often this object has written: as long as it stays, a host that alone writes need not ask again.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Remembers to send the request at that time. Twice has the effect of once.</summary>
    public async ValueTask KeepAsync(NoticeRequest request, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var row = $"{Stamp(at)}|{NoticeHash.Of(request.Id)}";
        await rows.WriteAsync(Table, Partition, [RowWrite.Upsert(row, JsonSerializer.Serialize(request, CrisisJson.Options))], cancellation).ConfigureAwait(false);
        Interlocked.Increment(ref _changes);
    }

    /// <summary>When the next one is due, so that a host in virtual time can wake up then; null when none waits.</summary>
    public async ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellation = default)
    {
        var range = new RowRange(Table, Partition) { Take = 1 };
        while (true)
        {
            var page = await rows.ReadAsync(range, cancellation).ConfigureAwait(false);
            if (page.Rows.Count > 0) return At(page.Rows[0].Row);
            if (page.Continuation is null) return null;
            range = range with { Continuation = page.Continuation };
        }
    }

    /// <summary>
    /// Sends what is due, at most a hundred. Returns those that have come to an end, delivered or lost: a lost one must
    /// be told to its crisis.
    /// </summary>
    public async ValueTask<IReadOnlyList<(NoticeRequest Request, NoticeResult Result)>> RunDueAsync(INoticeSender sender, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sender);
        var due = await rows.ReadAsync(new RowRange(Table, Partition) { Before = Stamp(now.AddTicks(1)), Take = 100 }, cancellation).ConfigureAwait(false);
        var ended = new List<(NoticeRequest, NoticeResult)>();
        foreach (var row in due.Rows)
        {
            var request = JsonSerializer.Deserialize<NoticeRequest>(row.Body, CrisisJson.Options)
                ?? throw new InvalidDataException($"The retry {row.Row} cannot be read.");
            var result = await sender.SendAsync(request, cancellation).ConfigureAwait(false);
            if (result.RetryAt is null) ended.Add((request, result));

            // Only now: after a crash before this line it is sent for again, and found done.
            await rows.WriteAsync(Table, Partition, [RowWrite.Delete(row.Row, row.ETag)], cancellation).ConfigureAwait(false);
            Interlocked.Increment(ref _changes);
        }

        return ended;
    }

    private static string Stamp(DateTimeOffset at) => at.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string row) => new(long.Parse(row.AsSpan(0, 19), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);
}

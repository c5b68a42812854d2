using System.Globalization;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Detection;

/// <summary>Every finding of a watch, newest first: the table <c>signals</c>. A finding made again stays one row.</summary>
public sealed class SignalLog(IRowStore store)
{
    private const string Table = "signals";

    public async ValueTask WriteAsync(SignalRecord record, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        // The log is kept for its numbers. Posts stand with the crisis, where they can be taken back when they are deleted.
        record = record with { Signal = record.Signal.WithoutPosts() };
        var left = (DateTimeOffset.MaxValue.UtcTicks - record.Signal.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
        var write = RowWrite.Upsert($"{left}|{SafeKey.From(record.Signal.Id)}", JsonSerializer.Serialize(record, CrisisJson.Options));
        await store.WriteAsync(Table, SafeKey.From(record.Signal.Watch), [write], cancellation);
    }

    /// <summary>The latest findings of a watch, newest first.</summary>
    public async ValueTask<IReadOnlyList<SignalRecord>> ListAsync(string watch, int take = 50, CancellationToken cancellation = default)
    {
        var page = await store.ReadAsync(new RowRange(Table, SafeKey.From(watch)) { Take = Math.Clamp(take, 1, 1000) }, cancellation);
        return [.. page.Rows.Select(row => JsonSerializer.Deserialize<SignalRecord>(row.Body, CrisisJson.Options)!)];
    }
}

using System.Globalization;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>
/// Decisions and escalations wait here until the loop of their crisis takes them: table <c>inbox</c>, a partition per
/// crisis. An entry (<c>entry|id</c>) and its marker (<c>wait|time|id</c>) are written in one transaction; the marker
/// goes when the entry has its outcome. A row cannot be lost; the doorbell can.
/// </summary>
public sealed class Inbox(IRowStore store)
{
    private const string Table = "inbox";

    /// <summary>Writes the entry unless one of its id is there. False for a repeat: nothing changed.</summary>
    public async ValueTask<bool> PutAsync(InboxEntry entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        RowWrite[] writes = [RowWrite.Insert(EntryRow(entry.Id), Json(entry)), RowWrite.Insert(WaitRow(entry), EntryRow(entry.Id))];
        return (await store.WriteAsync(Table, SafeKey.From(entry.Crisis), writes, cancellation)).Written;
    }

    /// <summary>The entry with its outcome, which is the answer to the person who decided; null when there is none.</summary>
    public async ValueTask<InboxEntry?> FindAsync(string crisis, string id, CancellationToken cancellation = default) =>
        await store.GetAsync(Table, SafeKey.From(crisis), EntryRow(id), cancellation) is { } row ? Read(row) : null;

    /// <summary>Entries without an outcome, by time then id; at most <paramref name="most"/>.</summary>
    public async ValueTask<IReadOnlyList<InboxEntry>> DrainAsync(string crisis, int most = 50, CancellationToken cancellation = default)
    {
        var partition = SafeKey.From(crisis);
        var waiting = await store.ReadAsync(RowRange.Prefix(Table, partition, "wait|") with { Take = most }, cancellation);
        var entries = new List<InboxEntry>(waiting.Rows.Count);
        foreach (var marker in waiting.Rows)
        {
            if (await store.GetAsync(Table, partition, marker.Body, cancellation) is { } row) entries.Add(Read(row));
        }

        return entries;
    }

    /// <summary>Notes the outcome and takes the marker away. The first outcome stays, whoever says another.</summary>
    public async ValueTask MarkAsync(string crisis, string id, InboxOutcome outcome, string? reason, CancellationToken cancellation = default)
    {
        var partition = SafeKey.From(crisis);
        while (await store.GetAsync(Table, partition, EntryRow(id), cancellation) is { } row && Read(row) is { Outcome: InboxOutcome.Waiting } entry)
        {
            var marked = entry with { Outcome = outcome, Reason = reason, Input = WithoutPosts(entry.Input) };
            RowWrite[] writes = [RowWrite.Replace(row.Row, Json(marked), row.ETag), RowWrite.Delete(WaitRow(entry))];
            if ((await store.WriteAsync(Table, partition, writes, cancellation)).Written) return;
        }
    }

    /// <summary>What was taken in stands with the crisis, which knows which posts are gone; here nobody would take them back.</summary>
    private static LifeInput WithoutPosts(LifeInput input) => input switch
    {
        Escalated escalated => escalated with { Escalation = escalated.Escalation with { Signals = [.. escalated.Escalation.Signals.Select(s => s.WithoutPosts())] } },
        PostsRevised revised => revised with { Edited = new Dictionary<string, string>() },
        _ => input,
    };

    private static InboxEntry Read(StoredRow row) => JsonSerializer.Deserialize<InboxEntry>(row.Body, CrisisJson.Options)!;

    private static string Json(InboxEntry entry) => JsonSerializer.Serialize(entry, CrisisJson.Options);

    private static string EntryRow(string id) => "entry|" + SafeKey.From(id);

    private static string WaitRow(InboxEntry entry) =>
        $"wait|{entry.Input.At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{SafeKey.From(entry.Id)}";
}

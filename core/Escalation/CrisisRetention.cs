using System.Text.Json;
using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>
/// Drops what belongs to crises that ended long ago. Idempotent: what is gone stays so, and the line by which a crisis is
/// found goes last, so that a run that dies is made up by the next.
/// </summary>
public sealed class CrisisRetention(IRowStore store, IBlobStore blobs)
{
    /// <summary>Single complaints quote people and say how to reach them: as long as mentions are kept.</summary>
    public static readonly TimeSpan Complaints = TimeSpan.FromDays(90);

    /// <summary>Crises with their timelines, notices and reports: three years show whether the measures taken have helped.</summary>
    public static readonly TimeSpan Crises = TimeSpan.FromDays(3 * 365);

    /// <summary>A complaint is looked for this much longer than its age, for runs that did not happen.</summary>
    private static readonly TimeSpan MadeUp = TimeSpan.FromDays(14);

    private static readonly string[] OfPeople = ["complaints", "complaintanswers", "complaintplaces"];
    private static readonly string[] OfCrises = [.. OfPeople, "timeline", "inbox", "notices", "drafts", "pauses", "survey"];

    /// <param name="now">UTC.</param>
    /// <returns>How many rows and blobs went.</returns>
    public async ValueTask<int> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var dropped = 0;
        await foreach (var head in store.AllAsync(RowRange.Prefix("crises", "all", "head|"), cancellation))
        {
            var crisis = JsonSerializer.Deserialize<CrisisSummary>(head.Body, CrisisJson.Options)!;
            // An ended one whose preventive actions are still followed is not over.
            if (crisis.ClosedAt is not { } closed || crisis.WakeAt is not null) continue;
            var age = now - closed;
            if (age >= Crises) dropped += await DropAsync(crisis, head, cancellation);
            else if (age >= Complaints && age < Complaints + MadeUp) dropped += await DropPartsAsync(OfPeople, crisis.Id, cancellation);
        }

        return dropped;
    }

    private async ValueTask<int> DropAsync(CrisisSummary crisis, StoredRow head, CancellationToken cancellation)
    {
        var dropped = await DropPartsAsync(OfCrises, crisis.Id, cancellation);
        foreach (var name in await blobs.ListAsync(ReportBlobs.Folder(crisis.Id), cancellation))
        {
            await blobs.DeleteAsync(name, cancellation);
            dropped++;
        }

        await store.WriteAsync("baselines", SafeKey.From(crisis.Watch), [RowWrite.Delete(SafeKey.From(crisis.Id))], cancellation);
        foreach (var sort in (string[])["owed", "part"]) dropped += await DropRowsAsync(RowRange.Prefix("crises", "all", $"{sort}|{crisis.Id}|"), cancellation);
        await store.WriteAsync("crises", "all", [RowWrite.Delete("state|" + crisis.Id)], cancellation);
        await store.WriteAsync("crises", "all", [RowWrite.Delete(head.Row)], cancellation);
        return dropped + 2;
    }

    private async ValueTask<int> DropPartsAsync(IEnumerable<string> tables, string crisis, CancellationToken cancellation)
    {
        var dropped = 0;
        foreach (var table in tables) dropped += await DropRowsAsync(new RowRange(table, SafeKey.From(crisis)), cancellation);
        return dropped + await DropRowsAsync(new RowRange("complaints", Response.Complaints.WaitingOf(crisis)), cancellation);
    }

    private async ValueTask<int> DropRowsAsync(RowRange range, CancellationToken cancellation)
    {
        var rows = new List<string>();
        await foreach (var row in store.AllAsync(range, cancellation)) rows.Add(row.Row);
        foreach (var some in rows.Chunk(RowRules.MostWrites)) await store.WriteAsync(range.Table, range.Partition!, [.. some.Select(row => RowWrite.Delete(row))], cancellation);
        return rows.Count;
    }
}

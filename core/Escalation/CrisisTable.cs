using System.Globalization;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>
/// The crises, in one partition of the table <c>crises</c>, so that a crisis, what it owes and its two lines of the
/// board change in one transaction. Rows: <c>state|id</c>, <c>owed|id|nn</c> (pending effects, packed), <c>head|…|id</c>
/// (all, newest first) and <c>live|id</c> (those whose loop still runs).
/// </summary>
public sealed class CrisisTable(IRowStore store)
{
    private const string Table = "crises";
    private const string Partition = "all";

    /// <summary>Writes a crisis that must not be there yet. False when it was: nothing changed, a lost race.</summary>
    public async ValueTask<bool> InsertAsync(CrisisState state, IReadOnlyList<LifeEffect> pending, CancellationToken cancellation = default)
    {
        var writes = new List<RowWrite> { RowWrite.Insert(StateRow(state.Id), Json(state)) };
        Describe(writes, state, pending, owedBefore: 0, liveBefore: false);
        return (await store.WriteAsync(Table, Partition, writes, cancellation)).Written;
    }

    /// <summary>State and pending effects, or null when there is no such crisis.</summary>
    public async ValueTask<CrisisEnvelope?> LoadAsync(string crisis, CancellationToken cancellation = default)
    {
        if (await FindAsync(crisis, cancellation) is not { } state) return null;
        var pending = new List<LifeEffect>();
        await foreach (var row in store.AllAsync(RowRange.Prefix(Table, Partition, OwedPrefix(crisis)), cancellation))
        {
            pending.AddRange(OwedEffects.Read(row.Body));
        }

        return new CrisisEnvelope(state, pending);
    }

    /// <summary>The state alone, or null when there is no such crisis.</summary>
    public async ValueTask<CrisisState?> FindAsync(string crisis, CancellationToken cancellation = default) =>
        await store.GetAsync(Table, Partition, StateRow(crisis), cancellation) is { } row ? CrisisStateUpgrade.Read(row.Body) : null;

    /// <summary>
    /// Writes a later state with what it owes. The revision makes a repeat harmless and a writer that fell behind known.
    /// The same revision with the same state only replaces what is owed: effects were done.
    /// </summary>
    public async ValueTask<SaveOutcome> SaveAsync(CrisisState state, IReadOnlyList<LifeEffect> pending, CancellationToken cancellation = default)
    {
        while (true)
        {
            var stored = await store.GetAsync(Table, Partition, StateRow(state.Id), cancellation);
            if (stored is null) return SaveOutcome.Stale;
            var (_, revision) = CrisisStateUpgrade.Peek(stored.Body);
            var body = Json(state);
            if (revision > state.Revision || (revision == state.Revision && stored.Body != body)) return SaveOutcome.Stale;
            var owed = await store.ReadAsync(RowRange.Prefix(Table, Partition, OwedPrefix(state.Id)), cancellation);
            if (revision == state.Revision && OwedEffects.Pack(pending).SequenceEqual(owed.Rows.Select(r => r.Body), StringComparer.Ordinal))
            {
                return SaveOutcome.Repeated;
            }

            var live = await store.GetAsync(Table, Partition, LiveRow(state.Id), cancellation);
            var writes = new List<RowWrite> { RowWrite.Replace(stored.Row, body, stored.ETag) };
            Describe(writes, state, pending, owed.Rows.Count, live is not null);
            if ((await store.WriteAsync(Table, Partition, writes, cancellation)).Written) return SaveOutcome.Saved;
        }
    }

    /// <summary>Open crises, oldest opened first as far as their ids say so.</summary>
    public async ValueTask<IReadOnlyList<CrisisSummary>> ListOpenAsync(CancellationToken cancellation = default) =>
        [.. (await ListLiveAsync(cancellation)).Where(c => c.Open)];

    /// <summary>Crises whose loop runs: the open ones, and closed ones that still follow preventive actions.</summary>
    public async ValueTask<IReadOnlyList<CrisisSummary>> ListLiveAsync(CancellationToken cancellation = default)
    {
        var all = new List<CrisisSummary>();
        await foreach (var row in store.AllAsync(RowRange.Prefix(Table, Partition, "live|"), cancellation)) all.Add(Summary(row));
        return all;
    }

    /// <summary>All crises, newest first; at most <paramref name="take"/>, opened before <paramref name="before"/> when given.</summary>
    public async ValueTask<IReadOnlyList<CrisisSummary>> ListAsync(int take = 100, DateTimeOffset? before = null, CancellationToken cancellation = default)
    {
        var range = RowRange.Prefix(Table, Partition, "head|") with { Take = Math.Min(take, 1000) };
        if (before is { } instant) range = range with { From = HeadPrefix(instant) + '~' };
        var all = new List<CrisisSummary>();
        await foreach (var row in store.AllAsync(range, cancellation))
        {
            all.Add(Summary(row));
            if (all.Count == take) break;
        }

        return all;
    }

    /// <summary>Puts a crisis whose life was over back among the live ones, because something waits for it.</summary>
    public async ValueTask ReviveAsync(string crisis, CancellationToken cancellation = default)
    {
        if (await FindAsync(crisis, cancellation) is not { } state) return;
        await store.WriteAsync(Table, Partition, [RowWrite.Upsert(LiveRow(crisis), Json(CrisisSummary.Of(state)))], cancellation);
    }

    private static void Describe(List<RowWrite> writes, CrisisState state, IReadOnlyList<LifeEffect> pending, int owedBefore, bool liveBefore)
    {
        var summary = Json(CrisisSummary.Of(state));
        writes.Add(RowWrite.Upsert($"{HeadPrefix(state.OpenedAt)}|{state.Id}", summary));
        if (state.WakeAt is not null || pending.Count > 0) writes.Add(RowWrite.Upsert(LiveRow(state.Id), summary));
        else if (liveBefore) writes.Add(RowWrite.Delete(LiveRow(state.Id)));
        var packs = OwedEffects.Pack(pending);
        for (var i = 0; i < packs.Count; i++) writes.Add(RowWrite.Upsert(OwedRow(state.Id, i), packs[i]));
        for (var i = packs.Count; i < owedBefore; i++) writes.Add(RowWrite.Delete(OwedRow(state.Id, i)));
    }

    private static CrisisSummary Summary(StoredRow row) => JsonSerializer.Deserialize<CrisisSummary>(row.Body, CrisisJson.Options)!;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, CrisisJson.Options);

    private static string StateRow(string crisis) => "state|" + crisis;

    private static string LiveRow(string crisis) => "live|" + crisis;

    private static string OwedPrefix(string crisis) => $"owed|{crisis}|";

    private static string OwedRow(string crisis, int number) =>
        OwedPrefix(crisis) + number.ToString("D2", CultureInfo.InvariantCulture);

    // Ordinal order is newest first because the ticks count down.
    private static string HeadPrefix(DateTimeOffset openedAt) =>
        "head|" + (DateTimeOffset.MaxValue.UtcTicks - openedAt.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}

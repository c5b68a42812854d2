using System.Globalization;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>
/// The crises, in one partition of the table <c>crises</c>, so that a crisis, what it owes and its two lines of the
/// board change in one transaction. Rows: <c>state|id</c>, <c>part|id|name</c> (what of a state seldom changes, written
/// when it does), <c>owed|id|nn</c> (pending effects, packed), <c>head|…|id</c> (all, newest first) and <c>live|id</c>
/// (those whose loop still runs).
/// </summary>
public sealed class CrisisTable(IRowStore store)
{
    private const string Table = "crises";
    private const string Partition = "all";

    private readonly KnownCrises _known = new();

    /// <summary>Writes a crisis that must not be there yet. False when it was: nothing changed, a lost race.</summary>
    public async ValueTask<bool> InsertAsync(CrisisState state, IReadOnlyList<LifeEffect> pending, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rows = StateRows.Of(state);
        var writes = new List<RowWrite> { RowWrite.Insert(StateRow(state.Id), rows.Body) };
        foreach (var part in rows.Parts) writes.Add(RowWrite.Upsert(PartRow(state.Id, part.Name), part.Body));
        Describe(writes, state, OwedEffects.Pack(pending), owedBefore: 0, liveBefore: false);
        return (await store.WriteAsync(Table, Partition, writes, cancellation)).Written;
    }

    /// <summary>State and pending effects, or null when there is no such crisis.</summary>
    public async ValueTask<CrisisEnvelope?> LoadAsync(string crisis, CancellationToken cancellation = default) =>
        await ReadAsync(crisis, cancellation) is { } known ? new CrisisEnvelope(known.State, known.Pending) : null;

    /// <summary>The state alone, or null when there is no such crisis.</summary>
    public async ValueTask<CrisisState?> FindAsync(string crisis, CancellationToken cancellation = default)
    {
        while (await store.GetAsync(Table, Partition, StateRow(crisis), cancellation) is { } row)
        {
            if (_known.Find(crisis) is { } known && known.ETag == row.ETag) return known.State;
            if (_known.FindState(crisis, row.ETag) is { } seen) return seen;
            if (await RowsAsync(crisis, row, cancellation) is not { } rows) continue;
            var state = rows.Read();
            _known.Keep(row.ETag, state);
            return state;
        }

        return null;
    }

    /// <summary>
    /// Writes a later state with what it owes. The revision makes a repeat harmless and a writer that fell behind known.
    /// The same revision with the same state only replaces what is owed: effects were done.
    /// </summary>
    /// <param name="step">Where the state comes from, if it is at hand: saves writing it as JSON again.</param>
    /// <param name="grownFrom">The stored revision that the state grew out of, when it is not the one before: whatever else stands there is news.</param>
    public async ValueTask<SaveOutcome> SaveAsync(
        CrisisState state, IReadOnlyList<LifeEffect> pending, LifeStep? step = null, int? grownFrom = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rest = ReferenceEquals(step?.State, state) ? step.Rest : null;
        var packs = OwedEffects.Pack(pending);
        // What is remembered may be old: then the tag does not fit, and it is read for the next try.
        for (var known = _known.Find(state.Id); ; known = null)
        {
            known ??= await ReadAsync(state.Id, cancellation);
            if (known is null) return SaveOutcome.Stale;
            var rows = ReferenceEquals(known.State, state) ? known.Rows : StateRows.Of(state, rest, known);
            var revision = known.State.Revision;
            var news = revision < state.Revision && grownFrom is { } from && revision != from;
            if (news || revision > state.Revision || (revision == state.Revision && known.Rows.Body != rows.Body))
            {
                // Only what stands there now may say so.
                if (await IsCurrentAsync(known, cancellation)) return SaveOutcome.Stale;
                continue;
            }

            if (revision == state.Revision && packs.SequenceEqual(OwedEffects.Pack(known.Pending), StringComparer.Ordinal))
            {
                if (await IsCurrentAsync(known, cancellation)) return SaveOutcome.Repeated;
                continue;
            }

            var live = state.WakeAt is not null || pending.Count > 0;
            var liveBefore = known.Live || (!live && await store.GetAsync(Table, Partition, LiveRow(state.Id), cancellation) is not null);
            var writes = new List<RowWrite> { RowWrite.Replace(StateRow(state.Id), rows.Body, known.ETag) };
            foreach (var part in rows.Parts.Where(part => !known.Rows.Holds(part))) writes.Add(RowWrite.Upsert(PartRow(state.Id, part.Name), part.Body));
            Describe(writes, state, packs, known.Packs, liveBefore);
            var outcome = await store.WriteAsync(Table, Partition, writes, cancellation);
            if (outcome.Written)
            {
                _known.Keep(new KnownCrisis(outcome.ETags[0], rows, state, pending, packs.Count, live));
                return SaveOutcome.Saved;
            }

            _known.Forget(state.Id);
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
        _known.Forget(crisis);
        await store.WriteAsync(Table, Partition, [RowWrite.Upsert(LiveRow(crisis), Json(CrisisSummary.Of(state)))], cancellation);
    }

    /// <summary>What stands there now; parsed only when it is not what was seen last.</summary>
    private async ValueTask<KnownCrisis?> ReadAsync(string crisis, CancellationToken cancellation)
    {
        while (await store.GetAsync(Table, Partition, StateRow(crisis), cancellation) is { } row)
        {
            if (_known.Find(crisis) is { } seen && seen.ETag == row.ETag) return seen;
            var pending = new List<LifeEffect>();
            var packs = 0;
            await foreach (var owed in store.AllAsync(RowRange.Prefix(Table, Partition, OwedPrefix(crisis)), cancellation))
            {
                pending.AddRange(OwedEffects.Read(owed.Body));
                packs++;
            }

            var live = await store.GetAsync(Table, Partition, LiveRow(crisis), cancellation) is not null;
            if (await RowsAsync(crisis, row, cancellation) is not { } rows) continue;
            var known = new KnownCrisis(row.ETag, rows, rows.Read(), pending, packs, live);
            // Two reads are no transaction: remembered only if nobody wrote in between.
            if (!await IsCurrentAsync(known, cancellation)) continue;
            _known.Keep(known);
            return known;
        }

        return null;
    }

    /// <summary>A state's row with the parts that it names; null when they are those of another state, which somebody wrote meanwhile.</summary>
    private async ValueTask<StateRows?> RowsAsync(string crisis, StoredRow state, CancellationToken cancellation)
    {
        var tags = StateRows.TagsOf(state.Body);
        if (tags.Count == 0) return new StateRows(state.Body, []);
        var parts = new List<StatePart>(tags.Count);
        var prefix = PartRow(crisis, "");
        await foreach (var row in store.AllAsync(RowRange.Prefix(Table, Partition, prefix), cancellation))
        {
            var name = row.Row[prefix.Length..];
            if (tags.TryGetValue(name, out var tag) && StateParts.Tag(row.Body) == tag) parts.Add(new StatePart(name, tag, row.Body));
        }

        if (parts.Count == tags.Count) return new StateRows(state.Body, parts);
        var now = await store.GetAsync(Table, Partition, StateRow(crisis), cancellation);
        return now?.ETag != state.ETag ? null : throw new InvalidDataException($"The crisis {crisis} names parts that are not there: {string.Join(", ", tags.Keys.Except(parts.Select(p => p.Name)))}. Restore the table 'crises' from a backup.");
    }

    private async ValueTask<bool> IsCurrentAsync(KnownCrisis known, CancellationToken cancellation)
    {
        if (await store.GetAsync(Table, Partition, StateRow(known.State.Id), cancellation) is { } row && row.ETag == known.ETag) return true;
        _known.Forget(known.State.Id);
        return false;
    }

    private static void Describe(List<RowWrite> writes, CrisisState state, List<string> packs, int owedBefore, bool liveBefore)
    {
        var summary = Json(CrisisSummary.Of(state));
        writes.Add(RowWrite.Upsert($"{HeadPrefix(state.OpenedAt)}|{state.Id}", summary));
        if (state.WakeAt is not null || packs.Count > 0) writes.Add(RowWrite.Upsert(LiveRow(state.Id), summary));
        else if (liveBefore) writes.Add(RowWrite.Delete(LiveRow(state.Id)));
        for (var i = 0; i < packs.Count; i++) writes.Add(RowWrite.Upsert(OwedRow(state.Id, i), packs[i]));
        for (var i = packs.Count; i < owedBefore; i++) writes.Add(RowWrite.Delete(OwedRow(state.Id, i)));
    }

    private static CrisisSummary Summary(StoredRow row) => JsonSerializer.Deserialize<CrisisSummary>(row.Body, CrisisJson.Options)!;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, CrisisJson.Options);

    private static string StateRow(string crisis) => "state|" + crisis;

    private static string PartRow(string crisis, string name) => $"part|{crisis}|{name}";

    private static string LiveRow(string crisis) => "live|" + crisis;

    private static string OwedPrefix(string crisis) => $"owed|{crisis}|";

    private static string OwedRow(string crisis, int number) =>
        OwedPrefix(crisis) + number.ToString("D2", CultureInfo.InvariantCulture);

    // Ordinal order is newest first because the ticks count down.
    private static string HeadPrefix(DateTimeOffset openedAt) =>
        "head|" + (DateTimeOffset.MaxValue.UtcTicks - openedAt.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions.Sources;

/// <summary>The ledger in the row store, one row a pool, guarded by its tag: instances that share the store share the budget.</summary>
public sealed class StoredQuotaLedger(IRowStore rows, TimeProvider clock) : IQuotaLedger
{
    private const string Table = "quotas";
    private const string Row = "use";

    /// <summary>A lost race is tried again this often; then the answer is "in a second".</summary>
    private const int Tries = 8;

    public async ValueTask<DateTimeOffset?> TakeAsync(IReadOnlyList<QuotaCharge> charges, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(charges);
        for (var i = 0; i < charges.Count; i++)
        {
            var charge = charges[i];
            DateTimeOffset? refused = null;
            var written = await ChangeAsync(
                charge,
                (use, now) => (refused = use.Refuses(charge.Limit, charge.Units, now)) is null ? use with { Used = use.Used + charge.Units } : null,
                cancellation);
            if (!written) refused ??= clock.GetUtcNow().AddSeconds(1);
            if (refused is null) continue;
            for (var taken = 0; taken < i; taken++) await ReturnAsync(charges[taken], cancellation);
            return refused;
        }

        return null;
    }

    public async ValueTask ReturnAsync(QuotaCharge charge, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(charge);
        if (charge.Units > 0)
            await ChangeAsync(charge, (use, _) => use with { Used = Math.Max(0, use.Used - charge.Units) }, cancellation);
    }

    public async ValueTask HearAsync(QuotaCharge charge, int remaining, DateTimeOffset resetAt, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(charge);
        await ChangeAsync(
            charge,
            (use, now) =>
            {
                // Nothing left may be a short pause within a day's budget: that shuts the pool, and uses nothing up.
                var used = remaining > 0 ? Math.Max(use.Used, charge.Limit.Units - remaining) : use.Used;
                DateTimeOffset? shut = remaining <= 0 && resetAt > now ? resetAt : null;
                if (used == use.Used && (shut is null || shut <= use.ShutUntil)) return null;

                // The network's own window decides when its count begins anew.
                var until = charge.Limit.Period == QuotaPeriod.Window && resetAt > now ? resetAt : use.Until;
                return use with { Used = used, Until = until, ShutUntil = shut ?? use.ShutUntil };
            },
            cancellation);
    }

    /// <summary>False when the change was not made: it gave null, or every race was lost.</summary>
    private async ValueTask<bool> ChangeAsync(
        QuotaCharge charge, Func<QuotaUse, DateTimeOffset, QuotaUse?> change, CancellationToken cancellation)
    {
        var pool = SafeKey.From(charge.Pool);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var now = clock.GetUtcNow();
            var row = await rows.GetAsync(Table, pool, Row, cancellation);
            var last = row is null ? null : JsonSerializer.Deserialize<QuotaUse>(row.Body, CrisisJson.Options);
            var next = change(QuotaUse.At(last, charge.Limit, now), now);
            if (next is null) return false;
            var body = JsonSerializer.Serialize(next, CrisisJson.Options);
            var write = row is null ? RowWrite.Insert(Row, body) : RowWrite.Replace(Row, body, row.ETag);
            if ((await rows.WriteAsync(Table, pool, [write], cancellation)).Written) return true;
        }

        return false;
    }
}

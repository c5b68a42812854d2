using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>Which open crisis has a watch's cause: the table <c>open</c>. At most one at a time.</summary>
public sealed class CauseClaims(IRowStore store)
{
    private const string Table = "open";

    /// <summary>Claims the cause unless another crisis has it. Returns the crisis that has it now.</summary>
    public async ValueTask<string> ClaimAsync(string watch, CrisisCause cause, string crisis, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await HolderAsync(watch, cause, cancellation) is { } holder) return holder;
            var write = RowWrite.Insert(Row(cause), crisis);
            if ((await store.WriteAsync(Table, SafeKey.From(watch), [write], cancellation)).Written) return crisis;
        }
    }

    /// <summary>The crisis that has the cause, null when it is free.</summary>
    public async ValueTask<string?> HolderAsync(string watch, CrisisCause cause, CancellationToken cancellation = default) =>
        (await store.GetAsync(Table, SafeKey.From(watch), Row(cause), cancellation))?.Body;

    /// <summary>Frees the cause if this crisis has it; nothing happens when another has it.</summary>
    public async ValueTask ReleaseAsync(string watch, CrisisCause cause, string crisis, CancellationToken cancellation = default)
    {
        var row = await store.GetAsync(Table, SafeKey.From(watch), Row(cause), cancellation);
        if (row?.Body != crisis) return;
        // Lost only to somebody who released it first.
        await store.WriteAsync(Table, SafeKey.From(watch), [RowWrite.Delete(row.Row, row.ETag)], cancellation);
    }

    /// <summary>Gives the cause to another crisis if this one has it: this one was merged into it.</summary>
    public async ValueTask PassOnAsync(string watch, CrisisCause cause, string crisis, string into, CancellationToken cancellation = default)
    {
        var row = await store.GetAsync(Table, SafeKey.From(watch), Row(cause), cancellation);
        if (row?.Body != crisis) return;
        await store.WriteAsync(Table, SafeKey.From(watch), [RowWrite.Replace(row.Row, into, row.ETag)], cancellation);
    }

    private static string Row(CrisisCause cause) => CrisisId.Slug(cause);
}

using Crisis.Core.Storage;

namespace Crisis.Core.Watching;

/// <summary>How all sources stand: the table <c>pulls</c>, a partition a watch.</summary>
public sealed class PullStates(IRowStore store)
{
    private readonly JsonRows<PullState> rows = new(store, "pulls");

    public ValueTask<PullState?> FindAsync(string watch, string source, CancellationToken cancellation = default) =>
        rows.GetAsync(watch, source, cancellation);

    public ValueTask<IReadOnlyList<PullState>> ListAsync(string watch, CancellationToken cancellation = default) =>
        rows.ListAsync(watch, null, cancellation);

    /// <summary>Changes one; <paramref name="change"/> gets a fresh state the first time, and null leaves it as it is.</summary>
    public ValueTask<PullState?> ChangeAsync(string watch, SourceSettings source, Func<PullState, PullState?> change, CancellationToken cancellation = default) =>
        rows.ChangeAsync(
            watch,
            source.Id,
            before => change(before ?? new PullState { Watch = watch, Source = source.Id, Type = source.Type }),
            cancellation);
}

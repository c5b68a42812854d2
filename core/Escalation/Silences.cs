using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>The silences of a watch: table <c>silences</c>. One that a page ends early gets another end.</summary>
public sealed class Silences(IRowStore store)
{
    private readonly JsonRows<Silence> _rows = new(store, "silences");

    public ValueTask<bool> AddAsync(Silence silence, CancellationToken cancellation = default) =>
        _rows.InsertAsync(silence.Watch, silence.Id, silence, cancellation);

    /// <summary>Ends it at that instant if it would last longer. Null when there is none of that id.</summary>
    public ValueTask<Silence?> EndAsync(string watch, string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        _rows.ChangeAsync(watch, id, s => s is not null && s.Until > at ? s with { Until = at } : null, cancellation);

    public ValueTask<IReadOnlyList<Silence>> ListAsync(string watch, CancellationToken cancellation = default) =>
        _rows.ListAsync(watch, null, cancellation);
}

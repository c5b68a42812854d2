using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>Corrected sentiments by watch and mention (<c>source|id</c>): table <c>corrections</c>. The latest word stands.</summary>
public sealed class SentimentCorrections(IRowStore store)
{
    private readonly JsonRows<SentimentCorrection> _rows = new(store, "corrections");

    public async ValueTask SaveAsync(SentimentCorrection correction, CancellationToken cancellation = default) =>
        await _rows.ChangeAsync(
            correction.Watch,
            correction.Mention,
            known => known is null || known.At < correction.At ? correction : null,
            cancellation);

    public ValueTask<SentimentCorrection?> FindAsync(string watch, string mention, CancellationToken cancellation = default) =>
        _rows.GetAsync(watch, mention, cancellation);

    public ValueTask<IReadOnlyList<SentimentCorrection>> ListAsync(string watch, CancellationToken cancellation = default) =>
        _rows.ListAsync(watch, null, cancellation);
}

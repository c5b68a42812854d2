using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>Takes in that customer service has answered a complaint.</summary>
public sealed class ComplaintAnswers(IRowStore store)
{
    private readonly Complaints _complaints = new(store);
    private readonly JsonRows<ComplaintPlace> _places = new(store, ComplaintRouter.PlaceTable);

    /// <summary>False when there is no such complaint or it was answered already; then nothing changes.</summary>
    /// <param name="id">The id that it was handed over with.</param>
    /// <param name="at">When it was answered, UTC; before the complaint itself counts as at once.</param>
    /// <param name="by">How it is known: <c>callback</c>, or the id of the person who said so.</param>
    public async ValueTask<bool> AnsweredAsync(string crisis, string id, DateTimeOffset at, string by = "callback", CancellationToken cancellation = default)
    {
        var changed = false;
        await _complaints.ChangeAsync(crisis, id, c =>
        {
            changed = c.AnsweredAt is null;
            return changed ? c with { AnsweredAt = at < c.At ? c.At : at, AnsweredBy = by } : null;
        }, cancellation);
        if (changed) await _places.ChangeAsync(crisis, ComplaintRouter.PlaceRow, place => place is null ? null : place with { Changed = true }, cancellation);
        return changed;
    }
}

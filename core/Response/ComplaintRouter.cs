using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>
/// Finds single complaints among the mentions since the crisis began, hands each to customer service once, and sees
/// answers and reactions on the network. Each call is bounded, and the next goes on where it stopped.
/// </summary>
public sealed class ComplaintRouter(IRowStore store, MentionStore mentions, ComplaintDesk desk) : IComplaintRouter
{
    private const string PlaceRow = "place";

    /// <summary>Handed over a call: a desk takes no more in a few minutes.</summary>
    private const int MostHanded = 25;

    /// <summary>Every complaint is counted anew so often, and whenever an answer or reaction is seen.</summary>
    private static readonly TimeSpan FullCount = TimeSpan.FromHours(1);

    private readonly Complaints _complaints = new(store);
    private readonly ComplaintSearch _search = new(store, mentions);
    private readonly JsonRows<ComplaintPlace> _places = new(store, "complaintplaces");

    public async ValueTask<ComplaintTotals> RouteAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var place = await _places.GetAsync(crisis.Id, PlaceRow, cancellation) ?? new ComplaintPlace(since, ComplaintTotals.None, false, false);
        var after = await _search.LookAsync(crisis, since, place, now, cancellation);
        if (after.Waiting)
        {
            var (handed, left) = await HandAsync(crisis, now, cancellation);
            after = after with { Totals = after.Totals with { Routed = after.Totals.Routed + handed }, Waiting = left };
        }

        // A fall between handing over and counting leaves the sum behind: the next full count puts it right.
        var stale = after.Totals.Routed > 0 && (after.CountedAt is null || now - after.CountedAt >= FullCount);
        if (after.Changed || stale) after = after with { Totals = await _complaints.CountAsync(crisis.Id, cancellation), Changed = false, CountedAt = now };
        if (after with { Looked = [] } != place with { Looked = [] } || !after.Looked.SequenceEqual(place.Looked)) await _places.UpsertAsync(crisis.Id, PlaceRow, after, cancellation);
        return after.Totals;
    }

    /// <summary>Customer service says that it answered a complaint. False when there is no such complaint or it was answered already.</summary>
    /// <param name="id">The id that it was handed over with.</param>
    public async ValueTask<bool> AnsweredAsync(string crisis, string id, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var changed = false;
        await _complaints.ChangeAsync(crisis, id, c =>
        {
            changed = c.AnsweredAt is null;
            return changed ? c with { AnsweredAt = at < c.At ? c.At : at, AnsweredBy = "callback" } : null;
        }, cancellation);
        if (changed) await _places.ChangeAsync(crisis, PlaceRow, place => place is null ? null : place with { Changed = true }, cancellation);
        return changed;
    }

    /// <summary>Hands over the oldest. Says how many were taken, and whether some are left.</summary>
    private async ValueTask<(int Handed, bool Left)> HandAsync(CrisisState crisis, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await _complaints.WaitingAsync(crisis.Id, MostHanded + 1, cancellation);
        if (waiting.Count == 0) return (0, false);
        var taken = await desk.HandAsync(crisis, [.. waiting.Take(MostHanded)], now, cancellation);
        foreach (var complaint in waiting.Where(c => taken.Contains(c.Id))) await _complaints.RoutedAsync(complaint, now, cancellation);
        return (taken.Count, waiting.Count > taken.Count);
    }
}

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
    internal const string PlaceRow = "place";
    internal const string PlaceTable = "complaintplaces";

    /// <summary>Handed over a call: a desk takes no more in a few minutes.</summary>
    private const int MostHanded = 25;

    private readonly Complaints _complaints = new(store);
    private readonly ComplaintSearch _search = new(store, mentions);
    private readonly JsonRows<ComplaintPlace> _places = new(store, PlaceTable);

    public async ValueTask<ComplaintTotals> RouteAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        // Real customers are no part of a drill.
        if (crisis.Drill) return ComplaintTotals.None;
        var place = await _places.GetAsync(crisis.Id, PlaceRow, cancellation) ?? new ComplaintPlace(since, ComplaintTotals.None, false, false);
        var (lookedTo, found) = await _search.LookAsync(crisis, since, place.LookedTo, now, cancellation);
        var (totals, waiting) = (place.Totals, place.Waiting);
        if (found || place.Changed || place.Waiting)
        {
            waiting = await HandAsync(crisis, now, cancellation);
            totals = await _complaints.CountAsync(crisis.Id, cancellation);
        }

        var after = new ComplaintPlace(lookedTo, totals, false, waiting);
        if (after != place) await _places.UpsertAsync(crisis.Id, PlaceRow, after, cancellation);
        return totals;
    }

    /// <summary>Hands over the oldest; true when some are left.</summary>
    private async ValueTask<bool> HandAsync(CrisisState crisis, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = (await _complaints.ListAsync(crisis.Id, cancellation))
            .Where(c => c.RoutedAt is null)
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .ToList();
        if (waiting.Count == 0) return false;
        var taken = await desk.HandAsync(crisis, [.. waiting.Take(MostHanded)], now, cancellation);
        foreach (var id in taken) await _complaints.ChangeAsync(crisis.Id, id, c => c.RoutedAt is null ? c with { RoutedAt = now } : null, cancellation);
        return waiting.Count > taken.Count;
    }
}

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

    /// <summary>Every complaint is counted anew so often, and whenever an answer or reaction is seen.</summary>
    private static readonly TimeSpan FullCount = TimeSpan.FromHours(1);

    /// <summary>Of more complaints than these a count comes the seldomer, so that an hour of a crisis costs the same in its fourth week as in its first.</summary>
    private const int CountedAnHour = 2_000;

    private readonly Complaints _complaints = new(store);
    private readonly ComplaintSearch _search = new(store, mentions);
    private readonly JsonRows<ComplaintPlace> _places = new(store, PlaceTable);

    public async ValueTask<ComplaintTotals> RouteAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        // Real customers are no part of a drill.
        if (crisis.Drill) return ComplaintTotals.None;
        var place = await _places.GetAsync(crisis.Id, PlaceRow, cancellation) ?? new ComplaintPlace(since, ComplaintTotals.None, false, false);
        var after = await _search.LookAsync(crisis, since, place, now, cancellation);
        if (after.Waiting)
        {
            var (handed, left) = await HandAsync(crisis, now, cancellation);
            after = after with { Totals = after.Totals with { Routed = after.Totals.Routed + handed }, Waiting = left };
        }

        // A fall between handing over and counting leaves the sum behind: the next full count puts it right.
        var stale = after.Totals.Routed > 0 && (after.CountedAt is null || now - after.CountedAt >= FullCount);
        var many = after.Counted > CountedAnHour && now - after.CountedAt < FullCount * (after.Counted / (double)CountedAnHour);
        if ((after.Changed || stale) && !many)
        {
            var (totals, rows) = await _complaints.CountAsync(crisis.Id, cancellation);
            after = after with { Totals = totals, Changed = false, CountedAt = now, Counted = rows };
        }

        if (after with { Looked = [] } != place with { Looked = [] } || !after.Looked.SequenceEqual(place.Looked)) await _places.UpsertAsync(crisis.Id, PlaceRow, after, cancellation);
        return after.Totals;
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

namespace Crisis.Core.Response;

/// <summary>How far the search for complaints of a crisis has come, and the totals as last counted.</summary>
/// <param name="LookedTo">Windows before this are looked at.</param>
/// <param name="Changed">Something has changed since the totals were counted.</param>
/// <param name="Waiting">Complaints were left that nobody has been handed yet.</param>
public sealed record ComplaintPlace(DateTimeOffset LookedTo, ComplaintTotals Totals, bool Changed, bool Waiting)
{
    /// <summary>When every single complaint was counted last; in between the number of those handed over is only added to.</summary>
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>How many complaints there were then: the more, the seldomer they are all counted.</summary>
    public int Counted { get; init; }

    /// <summary>Mentions of the windows that may still grow, as last looked at; ordered by window.</summary>
    public IReadOnlyList<LookedWindow> Looked { get; init; } = [];
}

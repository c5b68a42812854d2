namespace Crisis.Core.Response;

/// <summary>How far the search for complaints of a crisis has come, and the totals as last counted.</summary>
/// <param name="LookedTo">Windows before this are looked at.</param>
/// <param name="Changed">Something has changed since the totals were counted.</param>
/// <param name="Waiting">Complaints were left that nobody has been handed yet.</param>
public sealed record ComplaintPlace(DateTimeOffset LookedTo, ComplaintTotals Totals, bool Changed, bool Waiting);

namespace Crisis.Web.Readiness;

/// <summary>One thing that must be in order before a crisis: text key <c>ready.{Key}</c>, what it concerns, and how it stands.</summary>
public sealed record ReadinessItem(string Key, string About, bool Ready, string? Detail = null)
{
    /// <summary>The team and what of it a lead can confirm here; null where there is nothing to confirm.</summary>
    public (string Team, string What)? Review { get; init; }
}

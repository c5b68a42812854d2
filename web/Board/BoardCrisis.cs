using Crisis.Core.Escalation;

namespace Crisis.Web.Board;

/// <summary>A crisis as one card of the board; <paramref name="Zone"/> is its watch's (IANA).</summary>
public sealed record BoardCrisis(CrisisSummary Summary, string Brand, string Zone, string? Lead)
{
    /// <summary>The last hours of its watch; null for closed ones.</summary>
    public WatchTile? Tile { get; init; }
}

using Crisis.Core.Escalation;

namespace Crisis.Web.Board;

/// <summary>Everything the board shows, ready to be written.</summary>
public sealed record BoardModel
{
    public required IReadOnlyList<WatchTile> Watches { get; init; }

    /// <summary>Open crises, worst first.</summary>
    public required IReadOnlyList<BoardCrisis> Open { get; init; }

    /// <summary>Closed ones, newest first.</summary>
    public required IReadOnlyList<BoardCrisis> Closed { get; init; }
}

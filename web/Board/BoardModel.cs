using Crisis.Core.Detection;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Board;

/// <summary>Everything the board shows, ready to be written.</summary>
public sealed record BoardModel
{
    public required IReadOnlyList<WatchTile> Watches { get; init; }

    /// <summary>Open crises, worst first.</summary>
    public required IReadOnlyList<BoardCrisis> Open { get; init; }

    /// <summary>Closed ones, newest first.</summary>
    public required IReadOnlyList<BoardCrisis> Closed { get; init; }

    /// <summary>Signals that were held back, newest first.</summary>
    public required IReadOnlyList<SignalRecord> HeldBack { get; init; }

    /// <summary>Why the newest configuration is not in use; empty when it is.</summary>
    public required IReadOnlyList<ConfigFault> Faults { get; init; }

    public required IReadOnlyList<PullState> Sources { get; init; }
    public required IReadOnlyList<PoisonMessage> Poison { get; init; }

    /// <summary>Whom the system told last, newest first.</summary>
    public required IReadOnlyList<BoardNotice> Notices { get; init; }
}

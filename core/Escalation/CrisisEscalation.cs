using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>
/// Signals of one cause, handed over to become a crisis or to join the open one. <see cref="Id"/> is stable (it is
/// the Service Bus message id, so that a repeat is dropped) and at most 120 characters.
/// </summary>
public sealed record CrisisEscalation
{
    public required string Id { get; init; }
    public required string Watch { get; init; }
    public required CrisisCause Cause { get; init; }
    public required CrisisKind Kind { get; init; }

    /// <summary>1 (critical) to 4 (watch).</summary>
    public required int Severity { get; init; }

    /// <summary>When it was handed over, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Begin of the first unusual window, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    public IReadOnlyList<Signal> Signals { get; init; } = [];

    /// <summary>Who opened it by hand, null when the detectors did.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>Why it was opened by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>The crisis it was split from by a person: then it opens a crisis of its own, whoever has the cause.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>A drill stays out of the figures and notifies only those who take part.</summary>
    public bool Drill { get; init; }

    /// <summary>Who takes part in a drill, by id; empty: the whole team.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];
}

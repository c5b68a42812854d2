namespace Crisis.Core.Escalation;

/// <summary>
/// One line of a timeline, and of <c>drill --json</c>: <see cref="Event"/> is one of <c>signal suppressed opened stage
/// severity kind notice decision recovered relapsed closed</c>, or a note of the system such as <c>measured</c>.
/// </summary>
public sealed record CrisisEvent
{
    public required DateTimeOffset At { get; init; }
    public required string Event { get; init; }
    public required string Watch { get; init; }
    public string? Crisis { get; init; }
    public CrisisCause? Cause { get; init; }
    public CrisisKind? Kind { get; init; }
    public int? Severity { get; init; }
    public CrisisStage? Stage { get; init; }

    /// <summary>Who did it: a person's id, or null for the system.</summary>
    public string? By { get; init; }

    public IReadOnlyDictionary<string, string> Detail { get; init; } = new Dictionary<string, string>();
}

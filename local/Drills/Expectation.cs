using Crisis.Core.Escalation;

namespace Crisis.Local.Drills;

/// <summary>
/// That an event happens (or, with <see cref="Never"/>, does not) within a span of time; what is null is not looked at.
/// Times UTC, <see cref="From"/> included, <see cref="Before"/> not. <see cref="Line"/> is where it stands in the script.
/// </summary>
public sealed record Expectation(string Event, bool Never, int Line)
{
    public string? Watch { get; init; }
    public CrisisKind? Kind { get; init; }
    public CrisisCause? Cause { get; init; }
    public CrisisStage? Stage { get; init; }
    public int? Severity { get; init; }

    /// <summary>Severity at least this critical: 1 is the most critical.</summary>
    public int? SeverityAtMost { get; init; }

    public string? Detector { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many times exactly; null: at least once.</summary>
    public int? Times { get; init; }

    public bool Fits(CrisisEvent happened) =>
        happened.Event == Event
        && (Watch is null || happened.Watch == Watch)
        && (Kind is null || happened.Kind == Kind)
        && (Cause is null || happened.Cause == Cause)
        && (Stage is null || happened.Stage == Stage)
        && (Severity is null || happened.Severity == Severity)
        && (SeverityAtMost is null || happened.Severity <= SeverityAtMost)
        && (Detector is null || happened.Detail.GetValueOrDefault("detector") == Detector)
        && (Reason is null || happened.Detail.GetValueOrDefault("reason") == Reason)
        && (From is null || happened.At >= From)
        && (Before is null || happened.At < Before);

    public override string ToString()
    {
        var parts = new List<string> { (Never ? "never " : "") + Event };
        if (Watch is not null) parts.Add($"watch {Watch}");
        if (Kind is { } kind) parts.Add($"kind {kind}");
        if (Severity is { } severity) parts.Add($"severity {severity}");
        if (Detector is not null) parts.Add($"detector {Detector}");
        if (Reason is not null) parts.Add($"reason {Reason}");
        if (From is { } from) parts.Add($"from {from:yyyy-MM-ddTHH:mmZ}");
        if (Before is { } before) parts.Add($"before {before:yyyy-MM-ddTHH:mmZ}");
        return string.Join(", ", parts);
    }
}

namespace Crisis.Core.Escalation;

/// <summary>A person holds signals of a watch back until a time, for a reason. Times UTC.</summary>
public sealed record Silence
{
    public required string Id { get; init; }
    public required string Watch { get; init; }

    /// <summary>Only this cause, or every one when null.</summary>
    public CrisisCause? Cause { get; init; }

    /// <summary>Only this detector, or every one when null.</summary>
    public string? Detector { get; init; }

    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required string By { get; init; }
    public required string Reason { get; init; }

    /// <summary>Holds back this signal at this instant.</summary>
    public bool Covers(CrisisCause cause, string detector, DateTimeOffset at) =>
        at >= From && at < Until && (Cause is null || Cause == cause) && (Detector is null || Detector == detector);
}

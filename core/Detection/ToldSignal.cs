namespace Crisis.Core.Detection;

/// <summary>A finding that was made: of which event, in which window, how large, and whether it was handed over.</summary>
public sealed record ToldSignal(string Id, DateTimeOffset Since, DateTimeOffset Window, double Observed, bool Escalated)
{
    /// <summary>Why it was held back; null when it was handed over.</summary>
    public SuppressionReason? Reason { get; init; }

    /// <summary>Its severity when it was told.</summary>
    public int Severity { get; init; } = 4;

    /// <summary>When the finding was last still true, within a quarter of an hour, UTC.</summary>
    public DateTimeOffset Seen { get; init; }
}

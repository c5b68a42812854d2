namespace Crisis.Core.Detection;

/// <summary>A finding and what became of it: handed over, or held back for a named reason.</summary>
public sealed record SignalRecord(Signal Signal, SuppressionReason? Suppressed, string? Detail)
{
    public bool Escalated => Suppressed is null;
}

namespace Crisis.Core.Escalation;

/// <summary>Where a crisis is in its life.</summary>
public enum CrisisStage
{
    Detect,
    Respond,
    MonitorAfter,
}

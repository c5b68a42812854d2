namespace Crisis.Web.Readiness;

/// <summary>What people said of a detector's escalations of one watch, each escalation counted once by its latest word.</summary>
/// <param name="Detector">Id, or <c>*</c> for crises as a whole.</param>
public sealed record DetectorVerdict(string Watch, string Sensitivity, string Detector, int Useful, int Noise);

namespace Crisis.Core.Escalation;

/// <summary>What a person said of a detection: useful, or noise. Thresholds and the report's quality figures learn from it.</summary>
/// <param name="Detector">One detector, or <c>*</c> for the crisis as a whole.</param>
public sealed record DetectorFeedback(string Watch, string Detector, string Crisis, bool Useful, string By, DateTimeOffset At, string? Text);

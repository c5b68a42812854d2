namespace Crisis.Core.Detection;

/// <summary>A finding after the gate.</summary>
/// <param name="Event">The sum of the windows of its event.</param>
/// <param name="Record">The signal, without its evidence yet, and why it was held back if it was.</param>
internal sealed record WeighedFinding(Finding Finding, WindowCounts Event, SignalRecord Record);

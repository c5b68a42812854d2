namespace Crisis.Core.Detection;

/// <summary>A signal that was not escalated, and the named reason, so that people can see what was held back.</summary>
/// <param name="Detail">What the reason refers to: the planned event's name, the silence's author and end, the open crisis.</param>
public sealed record Suppression(Signal Signal, SuppressionReason Reason, string? Detail);

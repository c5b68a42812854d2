namespace Crisis.Core.Notices;

/// <summary>What became of a notice: over which channel it went, or why over none.</summary>
public sealed record NoticeResult(bool Delivered, string? Channel, string? Why);

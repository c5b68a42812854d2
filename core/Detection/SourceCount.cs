namespace Crisis.Core.Detection;

/// <summary>Mentions of one source within a window, and how many of them are negative.</summary>
public readonly record struct SourceCount(int Mentions, int Negative);

namespace Crisis.Core.Detection;

/// <summary>
/// How many mentions of a window share a facet, how many of them are negative without laughing, and by how many
/// different authors.
/// </summary>
public sealed record FacetCount(int Mentions, int Negative, DistinctSketch Authors);

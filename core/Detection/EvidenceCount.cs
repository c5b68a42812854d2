namespace Crisis.Core.Detection;

/// <summary>A named thing (target, source, hashtag) with how many mentions and negatives it has, by how many authors.</summary>
public sealed record EvidenceCount(string Name, int Mentions, int Negative, int Authors = 0);

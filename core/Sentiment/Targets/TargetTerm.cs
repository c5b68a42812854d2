namespace Crisis.Core.Sentiment.Targets;

/// <summary>A term that names a target: its words, folded, the first being the one it is found by.</summary>
internal sealed record TargetTerm(string Name, string[] Words);

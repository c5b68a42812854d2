namespace Crisis.Core.Sentiment;

/// <summary>A text and, where the source said it, its language (two letters).</summary>
public readonly record struct TextToScore(string Text, string? Language);

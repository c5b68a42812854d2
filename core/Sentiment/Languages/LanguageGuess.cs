namespace Crisis.Core.Sentiment.Languages;

/// <summary>The likeliest language of a text (two letters, null when nothing tells) and by how much it leads, in points.</summary>
public readonly record struct LanguageGuess(string? Language, float Lead);

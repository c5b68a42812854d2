using Crisis.Core.Sentiment.Targets;

namespace Crisis.Core.Sentiment;

/// <summary>A text and, where the source said it, its language (two letters).</summary>
public readonly record struct TextToScore(string Text, string? Language)
{
    /// <summary>The names of the brand that it was found for, which are no targets of their own; null when it was found for none.</summary>
    public BrandWords? Brand { get; init; }
}

using Crisis.Core.Sentiment;

namespace Crisis.Local.Benchmarks;

/// <summary>A text with the sentiment that people gave it, and the part of the set it belongs to.</summary>
public sealed record LabelledText(string Text, SentimentLabel Label, string Set);

namespace Crisis.Core.Sentiment;

/// <summary>A thing that a text has an opinion of, and which.</summary>
public sealed record OpinionTarget(string Name, SentimentLabel Label);

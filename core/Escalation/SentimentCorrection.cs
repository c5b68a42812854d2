using Crisis.Core.Sentiment;

namespace Crisis.Core.Escalation;

/// <summary>A person's word on how a mention is meant, against the analyser's.</summary>
public sealed record SentimentCorrection(string Watch, string Mention, SentimentLabel Label, string By, DateTimeOffset At);

using Crisis.Core.Sentiment;

namespace Crisis.Functions.Sentiment;

/// <summary>A finding that was paid for, by the key of its text; <see cref="At"/> says when, UTC.</summary>
internal sealed record KnownFinding(string Key, TextSentiment Finding, DateTimeOffset At);

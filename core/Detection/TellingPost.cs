using Crisis.Core.Sentiment;

namespace Crisis.Core.Detection;

/// <summary>A mention shown as evidence. The text is cut to 280 characters and has personal data masked.</summary>
public sealed record TellingPost(string Source, string Id, DateTimeOffset At, string Text)
{
    public string? Handle { get; init; }
    public int? Followers { get; init; }
    public string? Url { get; init; }
    public SentimentLabel Label { get; init; }

    /// <summary>How many mentions have the very same text.</summary>
    public int Repeats { get; init; } = 1;
}

using Crisis.Core.Sentiment;

namespace Crisis.Core.Detection;

/// <summary>A mention shown as evidence. The text is cut to 280 characters and has personal data masked.</summary>
public sealed record TellingPost(string Source, string Id, DateTimeOffset At, string Text)
{
    public string? Handle { get; init; }
    public int? Followers { get; init; }
    public string? Url { get; init; }
    public SentimentLabel Label { get; init; }

    /// <summary>The brand's own post: what the crisis is about, not what people say of it.</summary>
    public bool Own { get; init; }

    /// <summary>How many mentions say the same, itself among them.</summary>
    public int Repeats { get; init; } = 1;
}

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>A post on a test server, before that server gives it its network's shape.</summary>
public sealed record Post(int Number, DateTimeOffset At)
{
    public string Text { get; init; } = $"kuzey kargo paketim nerede {Number}";
    public string Author { get; init; } = $"ayse{Number % 17}";
    public int Likes { get; init; }
    public int? ReplyTo { get; init; }
    public int? QuoteOf { get; init; }
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Its item lacks what it needs.</summary>
    public bool Broken { get; init; }
}

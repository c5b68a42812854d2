namespace Crisis.Core.Mentions;

/// <summary>One public utterance, as a source gave it. Identified by <see cref="Source"/> and <see cref="Id"/> together.</summary>
public sealed record Mention
{
    /// <summary>Where it comes from: <c>mastodon</c>, <c>feed</c>, <c>push</c>, <c>file</c>… lower case.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id, not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Plain text (no markup), may be empty: then it counts as unscored.</summary>
    public required string Text { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Two-letter code (ISO 639-1) where the source says it, else null.</summary>
    public string? Language { get; init; }

    public MentionAuthor Author { get; init; } = MentionAuthor.Unknown;

    public string? Url { get; init; }

    /// <summary>Native id, in the same source, of the post that this one answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Native id, in the same source, of the post that this one quotes or reposts with words.</summary>
    public string? QuoteOf { get; init; }

    public Engagement Engagement { get; init; }

    /// <summary>True when the brand's own account wrote it.</summary>
    public bool Own { get; init; }

    /// <summary>A sentiment that came with the mention (a labelled file); then no analyser is asked.</summary>
    public Sentiment.SentimentLabel? GivenSentiment { get; init; }
}

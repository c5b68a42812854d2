using Crisis.Core.Sentiment;

namespace Crisis.Core.Mentions;

/// <summary>
/// A mention as the store keeps it. The author's id is a keyed hash (see <see cref="AuthorHash"/>); times are kept to
/// the millisecond. A deleted or erased one has no text, author or address any more: it stays a number.
/// </summary>
public sealed record StoredMention(WindowKey Window, Mention Mention, TextSentiment Sentiment, string? Analyser)
{
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>It came when its window's grace time was over.</summary>
    public bool Late { get; init; }

    /// <summary>The source withdrew it, or its author was erased.</summary>
    public bool Deleted { get; init; }

    /// <summary>A person said what its sentiment is; the source's next edit of the same text does not change that.</summary>
    public bool Corrected { get; init; }

    /// <summary>The same mention without anything that a person wrote or is.</summary>
    internal StoredMention WithoutPerson() => this with
    {
        Deleted = true,
        Mention = Mention with { Text = "", Author = MentionAuthor.Unknown with { Followers = Mention.Author.Followers }, Url = null, ReplyTo = null, QuoteOf = null },
        Sentiment = Sentiment with { Targets = [] },
    };
}

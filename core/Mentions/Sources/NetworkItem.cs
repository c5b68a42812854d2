namespace Crisis.Core.Mentions.Sources;

/// <summary>A mention as it stood in a network's list.</summary>
public readonly record struct NetworkItem(Mention Mention)
{
    /// <summary>What the list is sorted by, where that isn't <see cref="Mention.CreatedAt"/>, UTC.</summary>
    public DateTimeOffset? SortedAt { get; init; }

    /// <summary>When it was last edited, UTC; null when never or unknown.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    internal DateTimeOffset Position => SortedAt ?? Mention.CreatedAt;
}

namespace Crisis.Core.Mentions;

/// <summary>
/// What one call of a source brought. <see cref="Cursor"/> is opaque to everyone else, at most 16,000 characters.
/// <see cref="More"/> asks for another call at once. <see cref="NotBefore"/> (UTC) is the source's own wish (rate limit)
/// for the earliest next call.
/// </summary>
public sealed record SourcePage(IReadOnlyList<Mention> Mentions, string? Cursor)
{
    public bool More { get; init; }

    /// <summary>
    /// Mentions given before whose text or engagement has changed since: the stored row is brought up to date, nothing
    /// is counted again.
    /// </summary>
    public IReadOnlyList<Mention> Updated { get; init; } = [];

    /// <summary>Native ids that the source says are gone.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>Items that could not be read: skipped, counted, told.</summary>
    public IReadOnlyList<SourceFault> Faults { get; init; } = [];

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Nothing of the source could be read in the round that ends here, for this reason: the source as a whole has
    /// failed, although its cursor moves on.
    /// </summary>
    public SourceException? Failure { get; init; }
}

namespace Crisis.Core.Mentions;

/// <summary>Mentions of one watch on their way from a pull or push to scoring; at most 1,000.</summary>
public sealed record MentionBatch(string Watch, IReadOnlyList<Mention> Mentions)
{
    /// <summary>Native ids, as <c>source|id</c>, that the source says were deleted.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>When the batch was taken in, UTC: lateness is measured against it.</summary>
    public DateTimeOffset ReceivedAt { get; init; }
}

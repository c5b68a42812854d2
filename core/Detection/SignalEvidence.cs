namespace Crisis.Core.Detection;

/// <summary>What a signal rests on. Lists are short (at most ten entries), largest first.</summary>
public sealed record SignalEvidence
{
    public static SignalEvidence None { get; } = new();

    public IReadOnlyList<TellingPost> Posts { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Targets { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Sources { get; init; } = [];
    public IReadOnlyList<EvidenceCount> Hashtags { get; init; } = [];

    /// <summary>How many different authors.</summary>
    public int Authors { get; init; }

    /// <summary>Mentions and negatives in the span from the first unusual window to the finding.</summary>
    public int Mentions { get; init; }

    public int Negative { get; init; }

    /// <summary>Sum of followers.</summary>
    public long Reach { get; init; }
}

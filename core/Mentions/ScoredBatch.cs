namespace Crisis.Core.Mentions;

/// <summary>A batch after scoring, ready to be stored. Every mention is clean and stands once.</summary>
public sealed record ScoredBatch(string Watch, IReadOnlyList<ScoredMention> Mentions)
{
    /// <summary>Native ids, as <c>source|id</c>, that the source withdrew.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>When the batch was taken in, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>True when stored mentions shall take over the sentiment given here even though their text is the same.</summary>
    public bool Rescore { get; init; }

    /// <summary>What of the batch could not be taken as it came.</summary>
    public IntakeReport Intake { get; init; } = IntakeReport.Clean;
}

namespace Crisis.Core.Mentions;

/// <summary>What storing a batch did.</summary>
/// <param name="Touched">Windows that the batch belongs to, oldest first, whether or not it changed them: detection looks at these.</param>
/// <param name="Stored">Mentions that are new.</param>
/// <param name="Edited">Mentions that were there and have changed.</param>
/// <param name="Repeated">Mentions that were there and are the same, or repeats within the batch.</param>
/// <param name="Late">New mentions whose window's grace time was over.</param>
/// <param name="Deleted">Mentions whose text and author are gone because the source withdrew them.</param>
public sealed record StoredBatch(IReadOnlyList<WindowKey> Touched, int Stored, int Edited, int Repeated, int Late, int Deleted)
{
    public IntakeReport Intake { get; init; } = IntakeReport.Clean;

    /// <summary>Mentions that a stand-in judged because the analyser was out of reach: to be scored again later.</summary>
    public IReadOnlyList<Mention> Provisional { get; init; } = [];
}

namespace Crisis.Core.Mentions;

/// <summary>What cleaning a batch found.</summary>
/// <param name="Faults">Mentions that were refused.</param>
/// <param name="Repeats">Mentions that stood in the batch more than once, without the last of each.</param>
/// <param name="Future">Mentions whose time lay ahead, set to the intake.</param>
/// <param name="Cut">Texts that were too long, cut.</param>
public sealed record IntakeReport(IReadOnlyList<SourceFault> Faults, int Repeats, int Future, int Cut)
{
    public static IntakeReport Clean { get; } = new([], 0, 0, 0);
}

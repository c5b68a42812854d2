namespace Crisis.Core.Storage;

/// <summary>
/// What became of a transaction. <see cref="Conflict"/> is the index of a write whose condition failed (then nothing
/// was written), null when all were written; <see cref="ETags"/> then has the new tag of every write (empty for deletions).
/// </summary>
public readonly record struct WriteOutcome(int? Conflict, IReadOnlyList<string> ETags)
{
    public bool Written => Conflict is null;
}

namespace Crisis.Core.Escalation;

/// <summary>
/// What a row of the crisis table was last seen to hold. True as long as the row has this tag: state, what is owed and
/// the board's lines change in one transaction.
/// </summary>
/// <param name="Packs">Rows that hold the pending effects.</param>
/// <param name="Live">The crisis stood among the live ones. False proves nothing: it can be revived without its state changing.</param>
internal sealed record KnownCrisis(string ETag, StateRows Rows, CrisisState State, IReadOnlyList<LifeEffect> Pending, int Packs, bool Live);

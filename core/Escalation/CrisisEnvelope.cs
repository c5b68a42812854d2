namespace Crisis.Core.Escalation;

/// <summary>
/// A crisis as stored: its state, and the effects that this state still owes the world. Both are written in one
/// transaction, so that a crash between any two effects loses none of them.
/// </summary>
public sealed record CrisisEnvelope(CrisisState State, IReadOnlyList<LifeEffect> Pending);

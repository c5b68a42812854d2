using Crisis.Core.Escalation;

namespace Crisis.Functions.Escalation;

/// <summary>What a turn of a crisis begins with: its state, what it owes, and what its inbox holds.</summary>
public sealed record TurnInput(CrisisState State, IReadOnlyList<LifeEffect> Pending, IReadOnlyList<LifeInput> Entries);

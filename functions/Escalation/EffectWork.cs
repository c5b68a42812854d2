using Crisis.Core.Escalation;

namespace Crisis.Functions.Escalation;

/// <summary>One effect to carry out; the crisis is read from the store, where it stands since before the effect was owed.</summary>
public sealed record EffectWork(string Crisis, LifeEffect Effect);

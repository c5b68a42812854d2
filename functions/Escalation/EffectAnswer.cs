using Crisis.Core.Escalation;

namespace Crisis.Functions.Escalation;

/// <summary>What an effect brought back; null when it brings nothing.</summary>
public sealed record EffectAnswer(LifeInput? Input);

using Crisis.Core.Escalation;

namespace Crisis.Functions.Escalation;

/// <summary>One effect to carry out; the crisis is read from the store, where it stands since before the effect was owed.</summary>
/// <param name="Trace">The trace that it belongs to, as a <c>traceparent</c>; null: one of its own.</param>
public sealed record EffectWork(string Crisis, LifeEffect Effect, string? Trace = null);

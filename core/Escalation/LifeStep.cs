namespace Crisis.Core.Escalation;

/// <summary>What one input led to: the next state (with when to wake up) and the effects to carry out, in order.</summary>
public sealed record LifeStep(CrisisState State, IReadOnlyList<LifeEffect> Effects)
{
    /// <summary>What of the state is not stored apart, as JSON, where measuring its size has written it already.</summary>
    internal string? Rest { get; init; }
}

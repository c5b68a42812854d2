namespace Microsoft.DurableTask.Doubles;

/// <summary>The code asked for something else in a replay than it had asked for before.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);

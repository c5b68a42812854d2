namespace Crisis.Core.Watching.Configuration;

/// <summary>What reading gave: the configuration when there is no fault, and every fault when there is one.</summary>
public sealed record ConfigResult(CrisisConfig? Config, IReadOnlyList<ConfigFault> Faults);

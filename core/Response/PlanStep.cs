namespace Crisis.Core.Response;

/// <summary>A playbook's step in a plan: its texts stay in the playbook.</summary>
public sealed record PlanStep(string Id, string Role, IReadOnlyDictionary<int, TimeSpan> Due);

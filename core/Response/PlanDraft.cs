namespace Crisis.Core.Response;

/// <summary>A playbook's draft in a plan: its text stays in the playbook.</summary>
public sealed record PlanDraft(string Id, IReadOnlyList<string> Approvers);

using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;

namespace Crisis.Web.Actions;

/// <summary>A preventive action with the crisis it came from.</summary>
/// <param name="Owner">Name of whoever has it; the id of somebody who is no longer in the team.</param>
public sealed record CrisisAction(CrisisSummary Crisis, PreventiveAction Action, string Owner);

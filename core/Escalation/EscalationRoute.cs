namespace Crisis.Core.Escalation;

/// <summary>Which crisis an escalation went to: a redelivery goes there again, where it changes nothing.</summary>
public sealed record EscalationRoute(string Escalation, string Crisis);

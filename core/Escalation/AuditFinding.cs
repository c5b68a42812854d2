namespace Crisis.Core.Escalation;

/// <summary>A crisis that was not looked after.</summary>
/// <param name="Waiting">Entries of its inbox that nobody drained in time.</param>
/// <param name="Late">By how much its wake-up time has passed; zero when it has not.</param>
public sealed record AuditFinding(string Crisis, int Waiting, TimeSpan Late);

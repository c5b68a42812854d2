using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>
/// What a page can tell the person who decided, at once. While <see cref="Outcome"/> is waiting,
/// <see cref="Reason"/> says what the crisis as it stands would refuse it for, if anything; the inbox row gets the
/// final word within moments.
/// </summary>
/// <param name="Crisis">The crisis it went to; for <c>open</c>, the one that was opened or joined.</param>
public sealed record DecisionResult(InboxOutcome Outcome, string? Crisis, string? Reason)
{
    public static DecisionResult Refused(string? crisis, string reason) => new(InboxOutcome.Refused, crisis, reason);
}

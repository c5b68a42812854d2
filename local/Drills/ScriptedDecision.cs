using Crisis.Core.Response;

namespace Crisis.Local.Drills;

/// <summary>
/// One thing that a person of a drill does: at an instant (UTC), or some time after something. <see cref="Person"/> is
/// an id, or <c>*</c> for whoever got the notice. <see cref="After"/>: <c>first-notice</c> or another notice reason, or
/// an event such as <c>opened</c>, <c>recovered</c>.
/// </summary>
public sealed record ScriptedDecision(
    string Person,
    string? After,
    TimeSpan Wait,
    DateTimeOffset? At,
    DecisionVerb Decision,
    IReadOnlyDictionary<string, string> Arguments);

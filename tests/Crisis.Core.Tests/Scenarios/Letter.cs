using Crisis.Core.Notices;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>One message as somebody got it.</summary>
/// <param name="To">Id of the person, or <c>#</c> and the id of the channel.</param>
public sealed record Letter(DateTimeOffset At, string To, Notice Notice)
{
    /// <summary>Such as <c>09:15 ayse tr</c>, local time.</summary>
    public override string ToString() => $"{Scenario.Local(At)} {To} {Notice.Language}";
}

namespace Crisis.Local.Drills;

/// <summary>What the people of a drill do, and what is expected to happen. Read from <c>--script</c>.</summary>
public sealed record DrillScript(IReadOnlyList<ScriptedDecision> People, IReadOnlyList<Expectation> Expect)
{
    /// <summary>
    /// Without a script the first person called acknowledges after five minutes, and says contained ten minutes after
    /// the numbers propose it.
    /// </summary>
    public static DrillScript Usual { get; } = new(
        [
            new ScriptedDecision("*", "first-notice", TimeSpan.FromMinutes(5), null, Core.Response.DecisionVerb.Acknowledge, new Dictionary<string, string>()),
            new ScriptedDecision("*", "propose-contained", TimeSpan.FromMinutes(10), null, Core.Response.DecisionVerb.Contained, new Dictionary<string, string>()),
        ],
        []);
}

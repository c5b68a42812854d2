using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Escalation;

/// <summary>
/// What of a state seldom changes: its plan, its findings, its work. A look at the numbers every five minutes then writes
/// the rest alone, and these stay as they are in rows of their own.
/// </summary>
internal static class StateParts
{
    private const string PlanName = "plan", FindingsName = "findings", WorkName = "work";

    private static readonly JsonSerializerOptions WithoutParts = Without(
    [
        nameof(CrisisState.Plan), nameof(CrisisState.Deadlines), nameof(CrisisState.Participants), nameof(CrisisState.Signals), nameof(CrisisState.Spread),
        nameof(CrisisState.Steps), nameof(CrisisState.Drafts), nameof(CrisisState.Aftermath), nameof(CrisisState.Taken),
    ]);

    /// <summary>The rest of a state, as JSON.</summary>
    public static string Rest(CrisisState state) => JsonSerializer.Serialize(state, WithoutParts);

    /// <summary>The parts of a state; those that did not change since <paramref name="before"/> are not written as JSON again.</summary>
    /// <param name="known">The parts of <paramref name="before"/>.</param>
    public static IReadOnlyList<StatePart> Of(CrisisState state, CrisisState? before = null, IReadOnlyList<StatePart>? known = null) =>
    [
        before is not null && SamePlan(state, before) && Find(known, PlanName) is { } plan ? plan : Part(known, PlanName, Plan(state)),
        before is not null && SameFindings(state, before) && Find(known, FindingsName) is { } findings ? findings : Part(known, FindingsName, Findings(state)),
        before is not null && SameWork(state, before) && Find(known, WorkName) is { } work ? work : Part(known, WorkName, Work(state)),
    ];

    /// <summary>No part has changed: the very same objects, which are immutable.</summary>
    public static bool Same(CrisisState state, CrisisState before) => SamePlan(state, before) && SameFindings(state, before) && SameWork(state, before);

    /// <summary>How many characters the parts have together.</summary>
    public static int Length(CrisisState state) => Plan(state).Length + Findings(state).Length + Work(state).Length;

    public static string Tag(string body) => TakenId.Of(body);

    private static bool SamePlan(CrisisState a, CrisisState b) =>
        ReferenceEquals(a.Plan, b.Plan) && ReferenceEquals(a.Deadlines, b.Deadlines) && ReferenceEquals(a.Participants, b.Participants);

    private static bool SameFindings(CrisisState a, CrisisState b) => ReferenceEquals(a.Signals, b.Signals) && ReferenceEquals(a.Spread, b.Spread);

    private static bool SameWork(CrisisState a, CrisisState b) =>
        ReferenceEquals(a.Steps, b.Steps) && ReferenceEquals(a.Drafts, b.Drafts) && ReferenceEquals(a.Aftermath, b.Aftermath) && ReferenceEquals(a.Taken, b.Taken);

    private static string Plan(CrisisState s) => Json(new PlanPart(s.Plan, s.Deadlines, s.Participants));

    private static string Findings(CrisisState s) => Json(new FindingsPart(s.Signals, s.Spread));

    private static string Work(CrisisState s) => Json(new WorkPart(s.Steps, s.Drafts, s.Aftermath, s.Taken));

    private static StatePart Part(IReadOnlyList<StatePart>? known, string name, string body) =>
        Find(known, name) is { } same && same.Body == body ? same : new StatePart(name, Tag(body), body);

    private static StatePart? Find(IReadOnlyList<StatePart>? known, string name) => known?.FirstOrDefault(part => part.Name == name);

    private static string Json<T>(T part) => JsonSerializer.Serialize(part, CrisisJson.Options);

    private static JsonSerializerOptions Without(string[] names)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(type =>
        {
            if (type.Type != typeof(CrisisState)) return;
            foreach (var name in names) type.Properties.Remove(type.Properties.Single(p => p.Name == JsonNamingPolicy.CamelCase.ConvertName(name)));
        });
        var options = new JsonSerializerOptions(CrisisJson.Options) { TypeInfoResolver = resolver };
        options.MakeReadOnly();
        return options;
    }

    // The names of their properties are those of the state, so that rest and parts together are its JSON.
    private sealed record PlanPart(CrisisPlan? Plan, Deadlines Deadlines, IReadOnlyList<string> Participants);

    private sealed record FindingsPart(IReadOnlyList<Signal> Signals, SpreadReport? Spread);

    private sealed record WorkPart(IReadOnlyList<StepState> Steps, IReadOnlyList<DraftState> Drafts, AftermathState Aftermath, IReadOnlyList<string> Taken);
}

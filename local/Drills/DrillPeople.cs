using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Local.Drills;

/// <summary>The responders of a drill: they see what happens, and decide when their time has come.</summary>
internal sealed class DrillPeople(DrillScript script, string fallbackPerson)
{
    private readonly PriorityQueue<Decision, (DateTimeOffset At, string Id)> waiting = new();
    private readonly HashSet<string> scheduled = [];
    private readonly Dictionary<string, string> open = [];
    private bool begun;

    /// <summary>When the next decision is due; null when none waits.</summary>
    public DateTimeOffset? NextAt => waiting.TryPeek(out var next, out _) ? next.At : null;

    /// <summary>Shows them an event; it may make them want to decide something later.</summary>
    public void See(CrisisEvent happened)
    {
        if (happened.Crisis is { } crisis)
        {
            if (happened.Event == "closed") open.Remove(crisis);
            else open[crisis] = happened.Watch;
        }

        for (var i = 0; i < script.People.Count; i++)
        {
            var rule = script.People[i];
            if (rule.After is not { } after || happened.Crisis is null || !Matches(after, happened)) continue;
            if (!scheduled.Add($"{i}|{happened.Crisis}")) continue;
            Schedule(rule, i, happened.At + rule.Wait, happened.Crisis, happened.Watch, Recipient(happened));
        }
    }

    /// <summary>Puts what the script dates on the list; to be called once, before the first row is played.</summary>
    public void Begin()
    {
        if (begun) return;
        begun = true;
        for (var i = 0; i < script.People.Count; i++)
        {
            if (script.People[i] is { At: { } at } rule) Schedule(rule, i, at, null, rule.Arguments.GetValueOrDefault("watch") ?? "", null);
        }
    }

    /// <summary>The decisions that are due; one that names no crisis concerns the newest open one (of its watch).</summary>
    public IEnumerable<Decision> Due(DateTimeOffset now)
    {
        while (NextAt <= now)
        {
            var decision = waiting.Dequeue();
            if (decision.Crisis is not null || decision.Verb is DecisionVerb.Open or DecisionVerb.Silence)
            {
                yield return decision;
                continue;
            }

            var crisis = open.Where(pair => decision.Watch.Length == 0 || pair.Value == decision.Watch).Select(pair => pair.Key).Order(StringComparer.Ordinal).LastOrDefault();
            if (crisis is not null) yield return decision with { Crisis = crisis, Watch = open[crisis] };
        }
    }

    private void Schedule(ScriptedDecision rule, int number, DateTimeOffset at, string? crisis, string watch, string? recipient)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"script-{number + 1}{(crisis is null ? "" : "-" + crisis)}");
        var decision = new Decision
        {
            Id = id,
            Crisis = rule.Arguments.GetValueOrDefault("crisis") ?? crisis,
            Watch = watch,
            Person = rule.Person == "*" ? recipient ?? fallbackPerson : rule.Person,
            Verb = rule.Decision,
            At = at,
            Via = "script",
            Arguments = rule.Arguments,
        };
        waiting.Enqueue(decision, (at, id));
    }

    private static bool Matches(string after, CrisisEvent happened) =>
        happened.Event == "notice"
            ? happened.Detail.GetValueOrDefault("reason") == (after == "first-notice" ? "first" : after)
            : happened.Event == after;

    private static string? Recipient(CrisisEvent happened) =>
        happened.Detail.GetValueOrDefault("to") is { } to && to.StartsWith("person:", StringComparison.Ordinal) ? to["person:".Length..] : null;
}

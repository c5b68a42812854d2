using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>To whom something is said: recipients as notices name them.</summary>
internal static class Audience
{
    public static string Person(string id) => "person:" + id;

    /// <summary>The team's channels for notices.</summary>
    public static IEnumerable<string> Channels(CrisisState state, string purpose = "notices") =>
        (state.Plan?.Channels ?? []).Where(c => c.Purpose == purpose).Select(c => "channel:" + c.Id);

    /// <summary>The team's channels, the lead, and everybody who was called.</summary>
    public static IReadOnlyList<string> Everybody(CrisisState state) =>
        [.. Channels(state), .. People(state, state.Ladder.Ever.Prepend(state.Lead))];

    /// <summary>Those who work on it: channels, the lead, owners of open steps outside their quiet hours; while nobody has it, those called.</summary>
    public static IReadOnlyList<string> Working(CrisisState state, bool called, DateTimeOffset at)
    {
        var (onCall, availability) = (new OnCall(state.Plan!), new Availability(state.Plan!));
        var owners = state.Lead is null
            ? []
            : state.Steps
                .Where(s => s.Status == StepStatus.Open && onCall.Find(s.Owner) is { } owner && availability.MayCall(owner, state.Severity, at))
                .Select(s => s.Owner);
        var rung = called ? state.Ladder.Calls.Select(c => (string?)c.Person) : [];
        return [.. Channels(state), .. People(state, [state.Lead, .. owners, .. rung])];
    }

    /// <summary>
    /// Those of them who may be disturbed at this severity now, or their stand-ins. When nobody may, the crisis wakes
    /// up when the first of them comes on duty.
    /// </summary>
    public static IReadOnlyList<string> Reachable(Moment m, IReadOnlyList<Person> people, int severity)
    {
        var onCall = new OnCall(m.State.Plan!);
        List<string> now = [.. people.Select(p => onCall.Reach(p, severity, m.Now)).OfType<Person>().Select(p => Person(p.Id)).Distinct()];
        if (now.Count == 0 && onCall.NextDuty(people, m.Now) is { } next) m.Due(next);
        return now;
    }

    /// <summary>
    /// What can wait waits for the hours of the very person; a stand-in is asked only in the place of somebody on leave.
    /// </summary>
    public static IReadOnlyList<string> OnDuty(Moment m, IReadOnlyList<Person> people)
    {
        var (onCall, availability) = (new OnCall(m.State.Plan!), new Availability(m.State.Plan!));
        List<string> now = [.. people
            .Select(p => availability.OnDuty(p, m.Now) ? p : availability.Away(p, m.Now) ? onCall.Reach(p, 4, m.Now) : null)
            .OfType<Person>()
            .Select(p => Person(p.Id))
            .Distinct()];
        if (now.Count == 0 && onCall.NextDuty(people, m.Now) is { } next) m.Due(next);
        return now;
    }

    /// <summary>Who answers for the crisis: its lead, else those with the role of a lead, else everybody.</summary>
    public static IReadOnlyList<Person> Responsible(CrisisState state)
    {
        var people = state.Plan?.People ?? [];
        if (people.FirstOrDefault(p => p.Id == state.Lead) is { } lead) return [lead];
        var leads = people.Where(p => p.Roles.Contains("lead")).ToList();
        return leads.Count > 0 ? leads : people;
    }

    private static IEnumerable<string> People(CrisisState state, IEnumerable<string?> ids) =>
        ids.Where(id => id is not null && state.Plan!.People.Any(p => p.Id == id)).Select(id => Person(id!)).Distinct(StringComparer.Ordinal);
}

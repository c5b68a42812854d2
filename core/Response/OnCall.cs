namespace Crisis.Core.Response;

/// <summary>Who of a plan's roster is called for roles, person ids or <c>everyone</c>, and who stands in for whom.</summary>
public sealed class OnCall(CrisisPlan plan)
{
    public const string Everyone = "everyone";

    private readonly Availability _availability = new(plan);

    /// <summary>All who are named, in the order of the roster, whether they may be called now or not.</summary>
    public IReadOnlyList<Person> Named(IReadOnlyList<string> call) =>
        [.. plan.People.Where(p => call.Contains(Everyone) || call.Contains(p.Id) || p.Roles.Any(call.Contains))];

    /// <summary>Those who may be called now, stand-ins in the place of those who may not.</summary>
    public IReadOnlyList<Person> Callable(IReadOnlyList<string> call, int severity, DateTimeOffset at) =>
        [.. Named(call).Select(p => Reach(p, severity, at)).OfType<Person>().DistinctBy(p => p.Id)];

    /// <summary>The person, or the first in the line of stand-ins who may be called now; null when nobody may.</summary>
    public Person? Reach(Person person, int severity, DateTimeOffset at)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = person; next is not null && seen.Add(next.Id); next = Find(next.StandIn))
        {
            if (_availability.MayCall(next, severity, at)) return next;
        }

        return null;
    }

    /// <summary>When the first of them comes on duty, null when nobody does soon.</summary>
    public DateTimeOffset? NextDuty(IEnumerable<Person> people, DateTimeOffset after) =>
        people.Select(p => _availability.NextDuty(p, after)).Where(at => at is not null).DefaultIfEmpty(null).Min();

    public Person? Find(string? id) => id is null ? null : plan.People.FirstOrDefault(p => p.Id == id);
}

using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>What must hold between the parts of a team: everyone named exists.</summary>
internal static class TeamRules
{
    public static void Check(Team team, ConfigNode root)
    {
        var people = team.People.Select(person => person.Id).ToList();
        foreach (var twice in people.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            root.Field("people")?.Fault($"two people have the id '{twice.Key}'.", "Give each an id of its own.");
        }

        foreach (var person in team.People.Where(person => person.StandIn is { } standIn && !people.Contains(standIn)))
        {
            root.Field("people")?.Fault($"{person.Id}'s stand-in '{person.StandIn}' is nobody of this team.", Suggest(person.StandIn!, people));
        }

        var callable = people.Concat(team.People.SelectMany(person => person.Roles)).Append("everyone").Distinct().ToList();
        foreach (var name in team.Ladder.Values.SelectMany(calls => calls).SelectMany(call => call.Call).Distinct().Where(name => !callable.Contains(name)))
        {
            root.Field("ladder")?.Fault($"'{name}' is neither a person nor a role of this team.", Suggest(name, callable));
        }
    }

    private static string Suggest(string name, IReadOnlyList<string> known) =>
        Spelling.Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {string.Join(", ", known)}.";
}

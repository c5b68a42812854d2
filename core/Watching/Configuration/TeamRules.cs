using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>What must hold between the parts of a team: everyone named exists. Each fault stands at the line of the name.</summary>
internal static class TeamRules
{
    /// <summary>Calls everybody of the team.</summary>
    private const string Everyone = "everyone";

    public static void Check(Team team, ConfigNode root)
    {
        if (team.People.Count == 0) (root.Field("people") ?? root).Fault("nobody belongs to this team.", "Write at least one person under 'people'.");
        var seen = new HashSet<string>();
        var ids = team.People.Select(person => person.Id).ToList();
        foreach (var person in root.Field("people")?.Items() ?? [])
        {
            var id = person.Field("id")?.Text() ?? "";
            if (!seen.Add(id)) person.Fault($"two people have the id '{id}'.", "Give each an id of its own.");
            if (person.Field("standIn") is not { } standIn) continue;
            if (standIn.Text() == id) standIn.Fault("nobody can stand in for themselves.", "Name somebody else of this team.");
            else if (!ids.Contains(standIn.Text())) standIn.Fault($"{id}'s stand-in '{standIn.Text()}' is nobody of this team.", Suggest(standIn.Text(), ids));
        }

        var callable = Callable(team);
        foreach (var name in (root.Field("ladder")?.Entries() ?? []).Where(rung => rung.Value.IsSequence).SelectMany(rung => rung.Value.Items()).SelectMany(Names))
        {
            if (!callable.Contains(name.Text())) name.Fault($"'{name.Text()}' is neither a person nor a role of this team.", Suggest(name.Text(), callable));
        }
    }

    /// <summary>Whoever a ladder or a playbook may name: ids, roles, everyone.</summary>
    public static IReadOnlyList<string> Callable(Team team) =>
        [.. team.People.Select(person => person.Id).Concat(team.People.SelectMany(person => person.Roles)).Append(Everyone).Distinct()];

    public static string Suggest(string name, IReadOnlyCollection<string> known) =>
        Spelling.Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {string.Join(", ", known)}.";

    private static IEnumerable<ConfigNode> Names(ConfigNode call) =>
        call.Field("call") is not { } names ? [] : names.IsSequence ? names.Items() : [names];
}

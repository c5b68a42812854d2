using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>What must hold between playbooks and teams: a role that a step or an approval waits for is one that somebody has.</summary>
internal static class PlaybookRules
{
    public static void Check(IEnumerable<ConfigNode> playbooks, IReadOnlyCollection<Team> teams)
    {
        // The shipped team has every role that the shipped playbooks know.
        var known = teams.Append(ShippedConfig.Team).SelectMany(TeamRules.Callable).Distinct().ToList();
        foreach (var playbook in playbooks)
        {
            var roles = (playbook.Field("steps")?.Items() ?? []).Select(step => step.Field("role")).OfType<ConfigNode>();
            var approvers = (playbook.Field("drafts")?.Items() ?? []).Select(draft => draft.Field("approvers")).OfType<ConfigNode>()
                .SelectMany(list => list.IsSequence ? list.Items() : [list]);
            foreach (var name in roles.Concat(approvers))
            {
                if (!known.Contains(name.Text())) name.Fault($"no team has the role '{name.Text()}'.", TeamRules.Suggest(name.Text(), known));
            }
        }
    }
}

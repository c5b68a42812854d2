using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>A drill reaches those who take part and nobody else: no channel of the team, no pager, no customer service.</summary>
internal static class Drilling
{
    /// <summary>The plan as a drill has it.</summary>
    /// <param name="participants">Ids; empty: the whole team.</param>
    public static CrisisPlan Only(CrisisPlan plan, IReadOnlyList<string> participants) => plan with
    {
        Channels = [],
        People = participants.Count == 0 ? plan.People : [.. plan.People.Where(p => participants.Contains(p.Id))],
    };

    /// <summary>Whoever acts in a drill takes part in it from then on.</summary>
    public static CrisisState Join(CrisisState state, string person) =>
        state.Drill && state.Participants.Count > 0 && !state.Participants.Contains(person)
            ? state with { Participants = [.. state.Participants, person] }
            : state;
}

using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>Takes what a crisis needs of the configuration: roster, ladder, deadlines, the outline of the kind's playbook.</summary>
public static class PlanTaking
{
    public static CrisisPlan Take(CrisisConfig config, string watchId, CrisisKind kind, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(config);
        var watch = config.WatchOf(watchId);
        var team = config.TeamOf(watch.Team);
        var playbook = config.PlaybookOf(kind);
        return new CrisisPlan
        {
            Kind = kind,
            TakenAt = at,
            WatchName = watch.Name,
            TimeZone = watch.TimeZone,
            Languages = watch.Languages,
            Team = team.Id,
            People = team.People,
            Channels = team.Channels,
            Ladder = team.Ladder,
            Holidays = team.Holidays,
            Steps = [.. playbook.Steps.Select(s => new PlanStep(s.Id, s.Role, s.Due))],
            Drafts = [.. playbook.Drafts.Select(d => new PlanDraft(d.Id, d.Approvers))],
            Deadlines = watch.Deadlines,
            ConfigVersion = config.Version,
        };
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Escalation;

/// <summary>The team and playbooks of the scenarios.</summary>
public static class Rosters
{
    public static readonly Person Ayse = new() { Id = "ayse", Name = "Ayşe Demir", Roles = ["lead", "communications"], Language = "tr", Email = "ayse@kuzey.example", Hours = "Mon-Fri 09:00-18:00", StandIn = "mehmet" };
    public static readonly Person Mehmet = new() { Id = "mehmet", Name = "Mehmet Kaya", Roles = ["customer-service"], Language = "tr", Email = "mehmet@kuzey.example", Hours = "Mon-Sun 08:00-23:00" };
    public static readonly Person Jane = new() { Id = "jane", Name = "Jane Fox", Roles = ["legal", "communications"], Language = "en", Email = "jane@kuzey.example", Hours = "Mon-Fri 09:00-18:00" };
    public static readonly Person Can = new() { Id = "can", Name = "Can Işık", Roles = ["it"], Language = "tr", Email = "can@kuzey.example" };

    public static readonly Team Usual = new()
    {
        Id = "default",
        People = [Ayse, Mehmet, Jane, Can],
        Channels = [new ChannelSettings("teams"), new ChannelSettings("webhook") { Id = "ops", Purpose = "operations" }],
        Ladder = new Dictionary<int, IReadOnlyList<LadderCall>>
        {
            [1] = [new(TimeSpan.Zero, ["lead", "communications"]), new(TimeSpan.FromMinutes(5), ["everyone"])],
            [2] = [new(TimeSpan.Zero, ["lead"]), new(TimeSpan.FromMinutes(15), ["communications"])],
            [3] = [new(TimeSpan.Zero, ["lead"])],
        },
    };

    public static readonly IReadOnlyDictionary<CrisisKind, Playbook> Playbooks = new Dictionary<CrisisKind, Playbook>
    {
        [CrisisKind.Unclassified] = new() { Kind = CrisisKind.Unclassified, Steps = [Step("look", "lead", 10, 30)], Drafts = [Draft("statement", "lead")] },
        [CrisisKind.ComplaintWave] = new()
        {
            Kind = CrisisKind.ComplaintWave,
            Steps = [Step("look", "lead", 10, 30), Step("answer", "customer-service", 20, 60), Step("fix", "it", 60, 240)],
            Drafts = [Draft("apology", "communications"), Draft("offer", "legal")],
        },
        [CrisisKind.AccountTakeover] = new()
        {
            Kind = CrisisKind.AccountTakeover,
            Steps = [Step("look", "lead", 5, 5), Step("password", "it", 10, 10), Step("sessions", "it", 15, 15)],
            Drafts = [Draft("takeover", "lead")],
        },
    };

    private static PlaybookStep Step(string id, string role, int critical, int major) => new()
    {
        Id = id,
        Role = role,
        Title = LocalText.Of(id, id),
        Due = new Dictionary<int, TimeSpan> { [1] = TimeSpan.FromMinutes(critical), [2] = TimeSpan.FromMinutes(major), [4] = TimeSpan.FromMinutes(major * 4) },
    };

    private static DraftTemplate Draft(string id, params string[] approvers) => new()
    {
        Id = id,
        Title = LocalText.Of(id, id),
        Text = LocalText.Of("{brand}: {topic} için özür dileriz ({since}).", "{brand}: we are sorry about {topic} ({since})."),
        Approvers = approvers,
    };
}

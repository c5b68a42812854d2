using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>
/// Roster, ladder, playbook's outline and deadlines, taken when Respond begins: what changes in the files later does
/// not change a running crisis, unless a person asks for it. Texts of steps and drafts stay in the playbook.
/// </summary>
public sealed record CrisisPlan
{
    public required DateTimeOffset TakenAt { get; init; }
    /// <summary>The kind whose playbook was taken.</summary>
    public required CrisisKind Kind { get; init; }

    public required string WatchName { get; init; }
    public required string TimeZone { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = ["tr", "en"];
    public required string Team { get; init; }
    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [];
    public IReadOnlyDictionary<int, IReadOnlyList<LadderCall>> Ladder { get; init; } = new Dictionary<int, IReadOnlyList<LadderCall>>();
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];
    public IReadOnlyList<PlanDraft> Drafts { get; init; } = [];
    public Deadlines Deadlines { get; init; } = new();
    public string ConfigVersion { get; init; } = "";
}

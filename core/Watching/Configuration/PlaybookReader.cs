using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads one <c>playbooks/*.yaml</c>.</summary>
internal static class PlaybookReader
{
    public static readonly IReadOnlyDictionary<string, CrisisKind> Kinds = new Dictionary<string, CrisisKind>
    {
        ["complaint-wave"] = CrisisKind.ComplaintWave,
        ["mistaken-post"] = CrisisKind.MistakenPost,
        ["campaign-failure"] = CrisisKind.CampaignFailure,
        ["account-takeover"] = CrisisKind.AccountTakeover,
        ["personal-data-abuse"] = CrisisKind.PersonalDataAbuse,
        ["unclassified"] = CrisisKind.Unclassified,
    };

    public static Playbook Read(ConfigNode root)
    {
        var playbook = new Playbook
        {
            Kind = root.Required("kind")?.Choice(Kinds) ?? CrisisKind.Unclassified,
            Goal = ReadText(root.Field("goal")),
            Steps = [.. (root.Field("steps")?.Items() ?? []).Select(ReadStep)],
            Drafts = [.. (root.Field("drafts")?.Items() ?? []).Select(ReadDraft)],
            OutsideHelp = ReadText(root.Field("outsideHelp")),
            Ends = ReadText(root.Field("ends")),
            Reviewed = root.Field("reviewed")?.Date(),
        };
        foreach (var twice in playbook.Steps.Select(step => step.Id).Concat(playbook.Drafts.Select(draft => draft.Id)).GroupBy(id => id).Where(group => group.Count() > 1))
        {
            root.Fault($"the id '{twice.Key}' is used twice.", "Give each step and draft an id of its own.");
        }

        root.RejectUnknown();
        return playbook;
    }

    private static PlaybookStep ReadStep(ConfigNode node)
    {
        var step = new PlaybookStep
        {
            Id = node.Required("id")?.Text() ?? "",
            Title = ReadText(node.Required("title")),
            Help = ReadText(node.Field("help")),
            Role = node.Field("role")?.Text() ?? "lead",
            Due = ReadDue(node.Field("due")),
        };
        CheckId(node.Field("id"), step.Id);
        node.RejectUnknown();
        return step;
    }

    private static Dictionary<int, TimeSpan> ReadDue(ConfigNode? node)
    {
        var due = new Dictionary<int, TimeSpan>();
        if (node is { IsMapping: false })
        {
            if (node.Duration() is { } always) due[4] = due[3] = due[2] = due[1] = always;
            return due;
        }

        foreach (var (name, value) in node?.Entries() ?? [])
        {
            if (name is not ("1" or "2" or "3" or "4")) value.Fault($"'{name}' is not a severity.", "Write 1 (critical) to 4 (watch).");
            else if (value.Duration() is { } after) due[name[0] - '0'] = after;
        }

        return due;
    }

    private static DraftTemplate ReadDraft(ConfigNode node)
    {
        var draft = new DraftTemplate
        {
            Id = node.Required("id")?.Text() ?? "",
            Title = ReadText(node.Required("title")),
            Text = ReadText(node.Required("text")),
            Approvers = node.Field("approvers")?.Texts() ?? ["lead"],
        };
        CheckId(node.Field("id"), draft.Id);
        node.RejectUnknown();
        return draft;
    }

    private static void CheckId(ConfigNode? node, string id)
    {
        if (!WatchReader.IsId(id)) node?.Fault($"'{id}' cannot be an id.", "Use lower-case letters a to z, digits and hyphens, at most 40.");
    }

    private static LocalText ReadText(ConfigNode? node)
    {
        if (node is null) return LocalText.Empty;
        if (!node.IsMapping)
        {
            node.Fault("a text in languages is expected here.", "Write '{ tr: …, en: … }'.");
            return LocalText.Empty;
        }

        foreach (var (name, value) in node.Entries())
        {
            if (!WatchReader.IsLanguage(name)) value.Fault($"'{name}' is not a language code.", "Write two-letter codes such as tr or en.");
        }

        return new LocalText(node.Entries().ToDictionary(entry => entry.Name, entry => entry.Value.Text().TrimEnd()));
    }
}

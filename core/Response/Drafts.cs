using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>Drafts for the public: offered, edited by people, approved by the roles that the playbook names. Never sent by the system.</summary>
internal static class Drafts
{
    public const int LongestText = 5000;

    /// <summary>A few saves in a row ask for one approval.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>Offers the plan's drafts; what people have written on stays, whatever the playbook.</summary>
    public static void Offer(Moment m)
    {
        var plan = m.State.Plan!.Drafts;
        var kept = m.State.Drafts.Where(d => d.Status != DraftStatus.Offered || plan.Any(p => p.Id == d.Id)).ToList();
        var fresh = plan.Where(p => kept.TrueForAll(d => d.Id != p.Id)).Select(p => p.Id).ToList();
        m.State = m.State with { Drafts = [.. kept, .. fresh.Select(id => new DraftState(id, DraftStatus.Offered, 1) { At = m.Now, AskedVersion = 1 })] };
        if (fresh.Count > 0) m.Want(new OfferDrafts(m.Key("drafts"), fresh));
    }

    /// <summary>Asks the approvers about the latest version of what was edited.</summary>
    public static void Tick(Moment m)
    {
        foreach (var draft in m.State.Drafts)
        {
            if (draft.Status != DraftStatus.Edited || draft.AskedVersion >= draft.Version || !m.Due(draft.At!.Value + Rest)) continue;
            var others = Approvers(m.State, draft.Id).Where(p => p.Id != draft.By).ToList();
            var recipients = Audience.Reachable(m, others, m.State.Severity);
            if (recipients.Count == 0 && others.Count > 0) continue;
            m.Tell(
                NoticeReason.Approval,
                recipients,
                string.Create(CultureInfo.InvariantCulture, $"{draft.Id}.{draft.Version}"),
                ("draft", draft.Id),
                ("by", draft.By),
                ("version", draft.Version.ToString(CultureInfo.InvariantCulture)));
            Replace(m, draft with { AskedVersion = draft.Version });
        }
    }

    public static Verdict Edit(Moment m, Decision decision)
    {
        if (Find(m, decision) is not { } draft) return Verdict.Refuse(Refusals.UnknownDraft);
        if (Text(decision) is not { } text) return Verdict.Refuse(Refusals.TextMissing);
        if (text.Length > LongestText) return Verdict.Refuse(Refusals.TextTooLong);
        if (Outdated(draft, decision)) return Verdict.Refuse(Refusals.OutdatedVersion);
        return Verdict.Do(() =>
        {
            var version = draft.Version + 1;
            Save(m, decision, draft, version, text, approved: false);
            Replace(m, draft with { Status = DraftStatus.Edited, Version = version, By = decision.Person, At = m.Now });
        });
    }

    /// <summary>Approves the version that the person saw; with a text of its own, that text, word for word.</summary>
    public static Verdict Approve(Moment m, Decision decision)
    {
        if (Find(m, decision) is not { } draft) return Verdict.Refuse(Refusals.UnknownDraft);
        if (Approvers(m.State, draft.Id).All(p => p.Id != decision.Person)) return Verdict.Refuse(Refusals.NotAnApprover);
        if (Outdated(draft, decision)) return Verdict.Refuse(Refusals.OutdatedVersion);
        var text = Text(decision);
        if (text?.Length > LongestText) return Verdict.Refuse(Refusals.TextTooLong);
        if (text is null && draft.Status == DraftStatus.Approved) return Verdict.Refuse(Refusals.AlreadyDone);
        return Verdict.Do(() =>
        {
            var version = text is null ? draft.Version : draft.Version + 1;
            Save(m, decision, draft, version, text, approved: true);
            Replace(m, draft with { Status = DraftStatus.Approved, Version = version, By = decision.Person, At = m.Now, AskedVersion = version });
            m.Changed($"draft {draft.Id} approved");
        });
    }

    /// <summary>Those of the playbook's roles; when the roster has nobody of them, whoever leads.</summary>
    private static IReadOnlyList<Person> Approvers(CrisisState state, string draft)
    {
        if (state.Plan is not { } plan) return [];
        var roles = plan.Drafts.FirstOrDefault(d => d.Id == draft)?.Approvers ?? ["lead"];
        var named = plan.People.Where(p => p.Roles.Any(roles.Contains)).ToList();
        return named.Count > 0 ? named : Audience.Responsible(state);
    }

    private static void Save(Moment m, Decision decision, DraftState draft, int version, string? text, bool approved)
    {
        var language = decision.Arguments.GetValueOrDefault("language") ?? (m.State.Plan is { Languages.Count: > 0 } plan ? plan.Languages[0] : "en");
        m.Want(new SaveDraft(m.Key("draft"), draft.Id, version, text, language, decision.Person, approved));
    }

    private static DraftState? Find(Moment m, Decision decision) =>
        m.State.Drafts.FirstOrDefault(d => d.Id == decision.Arguments.GetValueOrDefault("draft"));

    private static string? Text(Decision decision) =>
        decision.Arguments.GetValueOrDefault("text") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static bool Outdated(DraftState draft, Decision decision) =>
        decision.Arguments.TryGetValue("version", out var seen) && seen != draft.Version.ToString(CultureInfo.InvariantCulture);

    private static void Replace(Moment m, DraftState draft) =>
        m.State = m.State with { Drafts = [.. m.State.Drafts.Select(d => d.Id == draft.Id ? draft : d)] };
}

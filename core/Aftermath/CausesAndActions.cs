using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Aftermath;

/// <summary>Root causes are asked for until one is named; preventive actions are followed until done, or dropped with a reason.</summary>
internal static class CausesAndActions
{
    private const int MostCauses = 10;
    private const int MostActions = 20;
    private const int LongestText = 300;
    private const int MostCauseNotices = 5;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Tick(Moment m)
    {
        AskCauses(m);
        foreach (var action in m.State.Aftermath.Actions.Where(a => a.Status == ActionStatus.Open)) Follow(m, action);
    }

    public static Verdict NameCause(Moment m, Decision decision)
    {
        if (decision.Arguments.GetValueOrDefault("text") is not { } text || string.IsNullOrWhiteSpace(text)) return Verdict.Refuse(Refusals.TextMissing);
        var id = decision.Arguments.GetValueOrDefault("cause") is { Length: > 0 and <= 60 } named ? named : Number(m.State.Aftermath.Causes.Count + 1);
        if (m.State.Aftermath.Causes.Count >= MostCauses && m.State.Aftermath.Causes.All(c => c.Id != id)) return Verdict.Refuse(Refusals.TooMany);
        return Verdict.Do(() =>
        {
            var cause = new NamedCause(id, ShortText.Cut(text, LongestText), decision.Person, m.Now);
            m.Aftermath.Set(a => a with { Causes = [.. a.Causes.Where(c => c.Id != id), cause] });
            m.ReportOutdated();
        });
    }

    /// <summary>A new action needs text and due date; a known one may get any of them anew, or be done, or dropped with a reason.</summary>
    public static Verdict SetAction(Moment m, Decision decision)
    {
        var arguments = decision.Arguments;
        var actions = m.State.Aftermath.Actions;
        var id = arguments.GetValueOrDefault("action") is { Length: > 0 and <= 60 } named ? named : Number(actions.Count + 1);
        var known = actions.FirstOrDefault(a => a.Id == id);
        var text = arguments.GetValueOrDefault("text") ?? known?.Text;
        var due = Remarks.Time(decision, "due") ?? known?.DueAt;
        var word = arguments.GetValueOrDefault("status");
        var status = KebabCase.Find<ActionStatus>(word) ?? known?.Status ?? ActionStatus.Open;
        var reason = arguments.GetValueOrDefault("reason");
        if (word is not null && KebabCase.Find<ActionStatus>(word) is null) return Verdict.Refuse(Refusals.UnknownStatus);
        if (known is null && status != ActionStatus.Open) return Verdict.Refuse(Refusals.UnknownAction);
        if (known is null && actions.Count >= MostActions) return Verdict.Refuse(Refusals.TooMany);
        if (string.IsNullOrWhiteSpace(text)) return Verdict.Refuse(Refusals.TextMissing);
        if (due is not { } dueAt) return Verdict.Refuse(Refusals.DueMissing);
        if (status == ActionStatus.Dropped && string.IsNullOrWhiteSpace(reason)) return Verdict.Refuse(Refusals.ReasonMissing);
        return Verdict.Do(() =>
        {
            var owner = arguments.GetValueOrDefault("owner") is { Length: > 0 and <= 60 } o ? o : known?.Owner ?? decision.Person;
            Replace(m, new PreventiveAction(id, ShortText.Cut(text, LongestText), owner, dueAt, status)
            {
                Reason = reason is null ? known?.Reason : ShortText.Cut(reason, LongestText),
                // A later due date is not reminded of before it has come.
                RemindedAt = dueAt == known?.DueAt ? known.RemindedAt : null,
            });
            m.ReportOutdated();
        });
    }

    private static void AskCauses(Moment m)
    {
        var after = m.State.Aftermath;
        if (after.Causes.Count > 0 || after.CausesAsked >= MostCauseNotices || m.State.Plan is null) return;
        var pause = m.Deadlines.Aftercare / 4 * Math.Pow(2, Math.Max(0, after.CausesAsked - 1));
        if (after.CausesAskedAt is { } asked && !m.Due(asked + pause)) return;
        var people = Audience.OnDuty(m, Audience.Responsible(m.State));
        if (people.Count == 0) return;
        m.Aftermath.Set(a => a with { CausesAskedAt = m.Now, CausesAsked = a.CausesAsked + 1 });
        m.Tell(NoticeReason.Causes, people, Number(after.CausesAsked + 1));
        if (after.CausesAsked + 1 < MostCauseNotices) m.Due(m.Now + (m.Deadlines.Aftercare / 4 * Math.Pow(2, after.CausesAsked)));
    }

    private static void Follow(Moment m, PreventiveAction action)
    {
        if (m.Due(action.DueAt + m.Deadlines.Longest))
        {
            Replace(m, action with { Status = ActionStatus.Dropped, Reason = "unanswered" });
            m.Line("action-dropped", null, ("action", action.Id), ("text", action.Text), ("reason", "unanswered"));
            m.ReportOutdated();
            return;
        }

        if (!m.Due(action.RemindedAt + Day ?? action.DueAt)) return;
        var owner = m.State.Plan?.People.FirstOrDefault(p => p.Id == action.Owner);
        var people = m.State.Plan is null ? [] : Audience.OnDuty(m, owner is null ? Audience.Responsible(m.State) : [owner]);
        if (people.Count == 0) return;
        Replace(m, action with { RemindedAt = m.Now });
        m.Tell(
            NoticeReason.ActionDue,
            people,
            string.Create(CultureInfo.InvariantCulture, $"{action.Id}-{(action.RemindedAt ?? action.DueAt).UtcDateTime:yyyyMMddHHmm}"),
            ("action", action.Text),
            ("due", action.DueAt.ToString("O", CultureInfo.InvariantCulture)));
        m.Due(m.Now + Day);
    }

    private static void Replace(Moment m, PreventiveAction action) =>
        m.Aftermath.Set(a => a with
        {
            Actions = a.Actions.Any(x => x.Id == action.Id) ? [.. a.Actions.Select(x => x.Id == action.Id ? action : x)] : [.. a.Actions, action],
        });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>The playbook's steps: opened with owner and due time, watched, reminded of.</summary>
internal static class Steps
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    /// <summary>Opens the plan's steps; what was done of the same id stays done, the rest keeps its due time.</summary>
    public static void Open(Moment m)
    {
        var known = m.State.Steps.ToDictionary(s => s.Id, StringComparer.Ordinal);
        m.State = m.State with
        {
            Steps = [.. m.State.Plan!.Steps.Select(step => known.GetValueOrDefault(step.Id) is { } old
                ? old.Status == StepStatus.Open ? old with { Owner = old.Owner ?? Owner(m, step) } : old
                : new StepState(step.Id, Owner(m, step), DueAt(m, step), StepStatus.Open))],
        };
    }

    /// <summary>A rise of severity pulls due times forward; a fall leaves them.</summary>
    public static void Reschedule(Moment m)
    {
        if (m.State.Plan is not { } plan) return;
        m.State = m.State with
        {
            Steps = [.. m.State.Steps.Select(s =>
                s.Status == StepStatus.Open
                && plan.Steps.FirstOrDefault(p => p.Id == s.Id) is { } step
                && DueAt(m, step) is { } due
                && (s.DueAt is null || due < s.DueAt)
                    ? s with { DueAt = due }
                    : s)],
        };
    }

    /// <summary>Tells owners what is overdue, all of one owner in one notice; only once somebody has the crisis.</summary>
    public static void Tick(Moment m)
    {
        // A round after a silence calls for a word on the whole; the clocks of single steps run on meanwhile.
        if ((Ladder.Calling(m.State) && m.State.Ladder.Reason != NoticeReason.Stale) || m.State.ContainmentProposedAt is not null) return;
        Assign(m);
        Remind(m, m.Deadlines.Stale > m.Deadlines.Remind ? m.Deadlines.Stale : m.Deadlines.Remind, people => Audience.Reachable(m, people, m.State.Severity));
    }

    /// <summary>What is left open when the crisis is contained keeps its clock (an authority's seventy-two hours, for one): once a day, within hours.</summary>
    public static void TickAfter(Moment m) => Remind(m, Daily, people => Audience.OnDuty(m, people));

    private static void Remind(Moment m, TimeSpan again, Func<IReadOnlyList<Person>, IReadOnlyList<string>> reachable)
    {
        var overdue = m.State.Steps
            .Where(s => s is { Status: StepStatus.Open, DueAt: not null } && m.Due(s.RemindedAt + again ?? s.DueAt.Value))
            .GroupBy(s => s.Owner ?? m.State.Lead)
            .ToList();
        var onCall = new OnCall(m.State.Plan!);
        foreach (var group in overdue)
        {
            IReadOnlyList<Person> people = onCall.Find(group.Key) is { } owner ? [owner] : Audience.Responsible(m.State);
            var recipients = reachable(people);
            if (recipients.Count == 0) continue;
            var late = group.ToList();
            m.Tell(
                NoticeReason.StepDue,
                recipients,
                string.Create(CultureInfo.InvariantCulture, $"{late[0].Id}-{(late[0].RemindedAt ?? late[0].DueAt!.Value).UtcDateTime:yyyyMMddHHmm}"),
                ("step", late[0].Id),
                ("steps", late.Count > 1 ? string.Join(",", late.Select(s => s.Id)) : null),
                ("due", late[0].DueAt!.Value.ToString("O", CultureInfo.InvariantCulture)));
            m.State = m.State with { Steps = [.. m.State.Steps.Select(s => late.Contains(s) ? s with { RemindedAt = m.Now } : s)] };
        }
    }

    /// <summary>
    /// Once somebody has the crisis, the others learn which steps are theirs and until when, all in one notice; within
    /// their hours, and never twice.
    /// </summary>
    private static void Assign(Moment m)
    {
        var (onCall, availability) = (new OnCall(m.State.Plan!), new Availability(m.State.Plan!));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in m.State.Steps.Where(s => s is { Status: StepStatus.Open, AssignedAt: null }).GroupBy(s => s.Owner).ToList())
        {
            var owner = onCall.Find(group.Key);
            if (owner is not null && owner.Id != m.State.Lead)
            {
                if (!availability.MayCall(owner, m.State.Severity, m.Now))
                {
                    if (availability.NextDuty(owner, m.Now) is { } next) m.Due(next);
                    continue;
                }

                m.Tell(
                    NoticeReason.StepAssigned,
                    [Audience.Person(owner.Id)],
                    TakenId.Hex(string.Join(',', group.Select(s => s.Id))),
                    ("step", group.First().Id),
                    ("assigned", string.Join(',', group.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Id}@{s.DueAt:O}")))));
            }

            told.UnionWith(group.Select(s => s.Id));
        }

        if (told.Count > 0) m.State = m.State with { Steps = [.. m.State.Steps.Select(s => told.Contains(s.Id) ? s with { AssignedAt = m.Now } : s)] };
    }

    public static Verdict Close(Moment m, Decision decision, StepStatus status)
    {
        var id = decision.Arguments.GetValueOrDefault("step");
        var note = decision.Arguments.GetValueOrDefault(status == StepStatus.Skipped ? "reason" : "text");
        if (m.State.Stage == CrisisStage.Detect) return Verdict.Refuse(Refusals.NotResponding);
        if (m.State.Steps.FirstOrDefault(s => s.Id == id) is not { } step) return Verdict.Refuse(Refusals.UnknownStep);
        if (step.Status == status) return Verdict.Refuse(Refusals.AlreadyDone);
        if (status == StepStatus.Skipped && string.IsNullOrWhiteSpace(note)) return Verdict.Refuse(Refusals.ReasonMissing);
        return Verdict.Do(() =>
        {
            var closed = step with { Status = status, By = decision.Person, At = m.Now, Note = note is null ? null : ShortText.Cut(note, 200) };
            m.State = m.State with { Steps = [.. m.State.Steps.Select(s => s.Id == id ? closed : s)] };
            m.Changed($"step {id} {KebabCase.Of(status)}");
        });
    }

    /// <summary>The lead when of that role, else the first on duty, else the first of that role.</summary>
    private static string? Owner(Moment m, PlanStep step)
    {
        var onCall = new OnCall(m.State.Plan!);
        var named = onCall.Named([step.Role]);
        if (named.Any(p => p.Id == m.State.Lead)) return m.State.Lead;
        var duty = onCall.Callable([step.Role], m.State.Severity, m.Now);
        return duty.Count > 0 ? duty[0].Id : named.Count > 0 ? named[0].Id : m.State.Lead;
    }

    /// <summary>Counted from now: a step that a change of kind brings is not overdue at once. A missing severity takes the next milder one's time.</summary>
    private static DateTimeOffset? DueAt(Moment m, PlanStep step)
    {
        for (var severity = m.State.Severity; severity <= 4; severity++)
        {
            if (step.Due.TryGetValue(severity, out var due)) return m.Now + due;
        }

        return null;
    }
}

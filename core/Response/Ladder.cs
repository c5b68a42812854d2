using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>
/// Calls the team rung by rung until somebody answers; reminds those called; calls again when an acknowledged crisis
/// goes stale. A person off duty is called when on duty, or the stand-in at once; severity 1 waits for nobody's hours.
/// </summary>
internal static class Ladder
{
    private const int MostReminders = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    /// <summary>A round runs and nobody has said anything since it began.</summary>
    public static bool Calling(CrisisState state) =>
        state.Ladder.BeganAt is { } began && (state.AcknowledgedAt is null || state.LastDecisionAt is not { } said || said < began);

    public static void Begin(Moment m, NoticeReason reason) => m.State = m.State with
    {
        Ladder = m.State.Ladder with
        {
            Round = m.State.Ladder.Round + 1,
            BeganAt = m.Now,
            RungsCalled = 0,
            Calls = [],
            Reason = reason,
            NobodyReached = false,
        },
    };

    public static void Tick(Moment m)
    {
        if (!Calling(m.State))
        {
            Stale(m);
            if (!Calling(m.State)) return;
        }

        CallRungs(m);
        Remind(m);
    }

    /// <summary>Severity has risen: who was not called yet may be called by its ladder. Who was called hears it as an update.</summary>
    public static void Risen(Moment m)
    {
        if (m.State.Plan is null || m.State.Ladder.BeganAt is null) return;
        if (Calling(m.State))
        {
            m.State = m.State with { Ladder = m.State.Ladder with { BeganAt = m.Now, RungsCalled = 0 } };
            return;
        }

        // Somebody has it: only the first rung is told that more hands may be needed.
        var first = Rungs(m.State).TakeWhile(r => r.After == TimeSpan.Zero).SelectMany(r => r.Call).ToList();
        Call(m, [.. new OnCall(m.State.Plan).Callable(first, m.State.Severity, m.Now).Where(p => p.Id != m.State.Lead)], NoticeReason.Escalation);
    }

    /// <summary>Nobody could be reached this way: the ladder goes on without waiting.</summary>
    public static void NoticeFailed(Moment m, NoticeFailed failed)
    {
        m.Line("notice-failed", null, ("id", failed.Notice), ("to", failed.Recipient), ("why", failed.Why));
        if (!m.State.Open) return;
        m.State = m.State with
        {
            Ladder = m.State.Ladder with
            {
                Calls = [.. m.State.Ladder.Calls.Select(c => Audience.Person(c.Person) == failed.Recipient ? c with { Failed = true } : c)],
            },
        };
    }

    private static void CallRungs(Moment m)
    {
        var onCall = new OnCall(m.State.Plan!);
        var rungs = Rungs(m.State);
        for (var i = 0; i < rungs.Count; i++)
        {
            // A rung that reached nobody is no reason to wait for the next one's time.
            var waits = i >= m.State.Ladder.RungsCalled && (i == 0 || Reached(m));
            if (waits && !m.Due(m.State.Ladder.BeganAt!.Value + rungs[i].After))
            {
                WaitForDuty(m, onCall, rungs[..i]);
                return;
            }

            if (i >= m.State.Ladder.RungsCalled) m.State = m.State with { Ladder = m.State.Ladder with { RungsCalled = i + 1 } };
            Call(m, onCall.Callable(rungs[i].Call, m.State.Severity, m.Now), i == 0 ? m.State.Ladder.Reason : NoticeReason.Escalation);
        }

        WaitForDuty(m, onCall, rungs);
        if (Reached(m)) return;
        // The worst case: nobody of any rung. A critical crisis calls those on leave too.
        if (m.State.Severity == 1) Call(m, m.State.Plan!.People, NoticeReason.Escalation);
        if (Reached(m) || m.State.Ladder.NobodyReached) return;
        m.State = m.State with { Ladder = m.State.Ladder with { NobodyReached = true } };
        m.Line("nobody-reached", null);
        m.Tell(NoticeReason.Operations, [.. Audience.Channels(m.State, "operations")], Round(m), ("what", "nobody-reached"));
    }

    /// <summary>Who is named and off duty, or the stand-in, is called as soon as duty begins.</summary>
    private static void WaitForDuty(Moment m, OnCall onCall, List<LadderCall> rungs)
    {
        var missing = onCall.Named([.. rungs.SelectMany(r => r.Call)]).Where(p => m.State.Ladder.Calls.All(c => c.Person != p.Id)).ToList();
        var standIns = missing.Select(p => onCall.Find(p.StandIn)).OfType<Person>();
        if (missing.Count > 0 && onCall.NextDuty([.. missing, .. standIns], m.Now) is { } next) m.Due(next);
    }

    private static void Call(Moment m, IReadOnlyList<Person> people, NoticeReason reason)
    {
        var ladder = m.State.Ladder;
        var before = string.Join(",", ladder.Calls.Select(c => c.Person));
        var fresh = people.Where(p => ladder.Calls.All(c => c.Person != p.Id)).ToList();
        if (fresh.Count == 0) return;
        m.State = m.State with
        {
            Ladder = ladder with
            {
                Calls = [.. ladder.Calls, .. fresh.Select(p => new Call(p.Id, m.Now, 0, null))],
                Ever = [.. ladder.Ever.Union(fresh.Select(p => p.Id))],
            },
        };
        m.Tell(reason, fresh.Select(p => Audience.Person(p.Id)), Round(m), ("not-answered", reason == NoticeReason.Escalation ? before : null));
    }

    private static void Remind(Moment m)
    {
        var onCall = new OnCall(m.State.Plan!);
        var calls = m.State.Ladder.Calls.ToList();
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            if (call.Failed || call.Reminders >= MostReminders || onCall.Find(call.Person) is not { } person) continue;
            // Each silence is longer than the one before: a phone that rings all night is switched off.
            var wait = m.Deadlines.Remind * Math.Pow(2, call.Reminders);
            if (wait > LongestWait) wait = m.Deadlines.Remind > LongestWait ? m.Deadlines.Remind : LongestWait;
            if (!m.Due((call.RemindedAt ?? call.At) + wait)) continue;
            if (onCall.Reach(person, m.State.Severity, m.Now)?.Id != person.Id)
            {
                if (onCall.NextDuty([person], m.Now) is { } next) m.Due(next);
                continue;
            }

            calls[i] = call with { Reminders = call.Reminders + 1, RemindedAt = m.Now };
            m.Tell(NoticeReason.Reminder, [Audience.Person(call.Person)], string.Create(CultureInfo.InvariantCulture, $"{Round(m)}.{calls[i].Reminders}"));
        }

        if (!calls.SequenceEqual(m.State.Ladder.Calls)) m.State = m.State with { Ladder = m.State.Ladder with { Calls = calls } };
    }

    private static void Stale(Moment m)
    {
        // Once calm, the question is whether it is contained, and that is asked elsewhere.
        if (m.State.AcknowledgedAt is not { } acknowledged || m.State.ContainmentProposedAt is not null) return;
        var last = new[] { acknowledged, m.State.LastDecisionAt ?? acknowledged, m.State.Ladder.BeganAt ?? acknowledged }.Max();
        if (!m.Due(last + m.Deadlines.Stale)) return;
        m.Line("stale", null, ("lead", m.State.Lead));
        Begin(m, NoticeReason.Stale);
        if (new OnCall(m.State.Plan!).Find(m.State.Lead) is { } lead) Call(m, [lead], NoticeReason.Stale);
    }

    private static bool Reached(Moment m) => m.State.Ladder.Calls.Any(c => !c.Failed);

    private static string Round(Moment m) => m.State.Ladder.Round.ToString(CultureInfo.InvariantCulture);

    /// <summary>The ladder of the severity, else of the next more severe, else of a milder one, else lead then everyone.</summary>
    private static List<LadderCall> Rungs(CrisisState state)
    {
        var ladders = state.Plan!.Ladder.Where(l => l.Value.Count > 0).ToDictionary(l => l.Key, l => l.Value);
        var best = ladders.Keys.OrderBy(s => s > state.Severity).ThenBy(s => Math.Abs(s - state.Severity)).Select(s => (int?)s).FirstOrDefault();
        IReadOnlyList<LadderCall> rungs = best is { } severity
            ? ladders[severity]
            : [new LadderCall(TimeSpan.Zero, ["lead"]), new LadderCall(TimeSpan.FromMinutes(15), [OnCall.Everyone])];
        return [.. rungs.OrderBy(r => r.After)];
    }
}

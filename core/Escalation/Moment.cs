using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Escalation;

/// <summary>
/// One moment in the life of a crisis: the state as the rules change it, and what they want done. Rules ask
/// <see cref="Due"/> for a time; one that has not come yet becomes a time to wake up.
/// </summary>
internal sealed class Moment(CrisisState state, DateTimeOffset now)
{
    private const int LinesAtOnce = 40;

    private readonly List<LifeEffect> _effects = [];
    private readonly List<CrisisEvent> _lines = [];
    private readonly int _revision = state.Revision + 1;
    private DateTimeOffset? _wake;

    public CrisisState State { get; set; } = state;
    public DateTimeOffset Now { get; } = now;
    public Deadlines Deadlines => State.Deadlines;
    public AfterChange Aftermath => new(this);

    /// <summary>True when the time has come; else the crisis wakes up then.</summary>
    public bool Due(DateTimeOffset at)
    {
        if (at <= Now) return true;
        if (_wake is null || at < _wake) _wake = at;
        return false;
    }

    /// <summary>Forgets the times asked for so far: the crisis has ended, and they concern it no more.</summary>
    public void ForgetTimes() => _wake = null;

    /// <summary>A key for an effect that no other of this crisis has, and that is the same when this moment is lived again.</summary>
    public string Key(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}/{_revision}.{_effects.Count}");

    public void Want(LifeEffect effect) => _effects.Add(effect);

    /// <summary>A line of the timeline.</summary>
    public void Line(string name, string? by, params ReadOnlySpan<(string Key, string? Value)> detail)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in detail)
        {
            if (!string.IsNullOrEmpty(value)) said[key] = value;
        }

        _lines.Add(new CrisisEvent
        {
            At = Now,
            Event = name,
            Watch = State.Watch,
            Crisis = State.Id,
            Cause = State.Cause,
            Kind = State.Kind,
            Severity = State.Severity,
            Stage = State.Stage,
            By = by,
            Detail = said,
        });
    }

    /// <summary>
    /// Tells recipients. <paramref name="about"/> tells this occasion from others of the same reason: together with
    /// recipient and reason it is the notice's id, and the same id is the same message.
    /// </summary>
    public void Tell(NoticeReason reason, IEnumerable<string> recipients, string about, params ReadOnlySpan<(string Key, string? Value)> facts)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in facts)
        {
            if (!string.IsNullOrEmpty(value)) said[key] = value;
        }

        var slug = KebabCase.Of(reason) + (about.Length == 0 ? "" : "-" + about);
        foreach (var recipient in recipients.Distinct(StringComparer.Ordinal))
        {
            var notice = new NoticeRequest
            {
                Id = $"{State.Id}/{slug}/{recipient}",
                Crisis = State.Id,
                Watch = State.Watch,
                Reason = reason,
                Recipient = recipient,
                At = Now,
                Kind = State.Kind,
                Severity = State.Severity,
                Stage = State.Stage,
                Facts = said,
            };
            Want(new SendNotice($"notice/{slug}/{recipient}", notice));
            Line("notice", null, ("reason", KebabCase.Of(reason)), ("to", recipient), ("id", notice.Id));
        }
    }

    /// <summary>Something that people hear of with the next update; an urgent one does not wait for its turn.</summary>
    public void Changed(string what, bool urgent = false) => State = State with
    {
        Changes = State.Changes.Contains(what) ? State.Changes : [.. State.Changes.TakeLast(9), what],
        UrgentSince = urgent ? State.UrgentSince ?? Now : State.UrgentSince,
    };

    /// <summary>The report no longer says everything.</summary>
    public void ReportOutdated() => Aftermath.Set(a => a with { ReportOutdatedAt = a.ReportOutdatedAt ?? Now });

    /// <summary>Closes the moment: its lines are numbered, its revision counted, its size kept.</summary>
    public LifeStep End(CrisisState before)
    {
        for (var i = 0; i < _lines.Count; i += LinesAtOnce)
        {
            var some = _lines.GetRange(i, Math.Min(LinesAtOnce, _lines.Count - i));
            Want(new WriteLines(Key("lines"), State.Lines, some));
            State = State with { Lines = State.Lines + some.Count };
        }

        State = State with { WakeAt = _wake };
        if (_effects.Count == 0 && State == before) return new LifeStep(before, []);
        // A report tells this very moment too: its lines are written first.
        IReadOnlyList<LifeEffect> effects = [.. _effects.OrderBy(effect => effect is WriteReport)];
        // Where only something was asked, the state grows by a few characters, for which the budget has room.
        var asked = State with { MeasureAskedAt = before.MeasureAskedAt, ComplaintsAskedAt = before.ComplaintsAskedAt, WakeAt = before.WakeAt } == before;
        State = State with { SeenAt = Now, Revision = _revision };
        if (asked) return new LifeStep(State, effects);
        (State, var rest) = StateBudget.Fit(State, before);
        return new LifeStep(State, effects) { Rest = rest };
    }
}

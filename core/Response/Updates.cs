using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>
/// New numbers every so often, and what changed meanwhile. A storm of changes becomes one update, an urgent one does
/// not wait for its turn, and where nothing is new nothing is said.
/// </summary>
internal static class Updates
{
    /// <summary>An urgent change waits this long for others to come.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMinutes(1);

    /// <summary>Two updates are at least so far apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    public static void Tick(Moment m)
    {
        var last = m.State.LastUpdateAt ?? m.State.StageSince;
        var due = last + m.Deadlines.Update;
        var urgent = m.State.UrgentSince is { } since && Later(since + Gather, m.State.Updates == 0 ? since : last + Apart) is var at && at < due && m.Due(at);
        if (!urgent && !m.Due(due)) return;
        if (urgent || Worth(m.State)) Send(m, urgent);
        m.State = m.State with { LastUpdateAt = m.Now, UrgentSince = null };
        m.Due(m.Now + m.Deadlines.Update);
    }

    private static void Send(Moment m, bool urgent)
    {
        var number = m.State.Updates + 1;
        m.State = m.State with { Updates = number };
        // Those called and silent get reminders; an update would say the same to them, unless it is urgent.
        m.Tell(
            NoticeReason.Update,
            Audience.Working(m.State, called: urgent && Ladder.Calling(m.State), m.Now),
            number.ToString(CultureInfo.InvariantCulture),
            ("changes", string.Join('\n', m.State.Changes)),
            ("mentions", m.State.Totals.Mentions.ToString(CultureInfo.InvariantCulture)),
            ("negative", m.State.Totals.Negative.ToString(CultureInfo.InvariantCulture)),
            ("new-mentions", (m.State.Totals.Mentions - m.State.Told.Mentions).ToString(CultureInfo.InvariantCulture)),
            ("new-negative", (m.State.Totals.Negative - m.State.Told.Negative).ToString(CultureInfo.InvariantCulture)));
        m.State = m.State with { Changes = [], Told = m.State.Totals };
    }

    /// <summary>Something changed, or the numbers moved by more than a fiftieth.</summary>
    private static bool Worth(CrisisState state) =>
        state.Changes.Count > 0 || state.Totals.Mentions - state.Told.Mentions > state.Told.Mentions / 50;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

using System.Globalization;
using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// Severity from speed, size, reach, share of negative and kind. It rises at once, by one step a measurement, and
/// falls by one step when the numbers have spoken for less during a whole hour, so that it does not flutter. What a
/// person set stays.
/// </summary>
internal static class SeverityRule
{
    private static readonly TimeSpan BeforeFalling = TimeSpan.FromHours(1);

    public static void Measured(Moment m)
    {
        if (m.State.SeverityFixed) return;
        var spoken = Of(m.State);
        if (spoken < m.State.Severity)
        {
            m.State = m.State with { MilderSince = null };
            if (spoken <= m.State.Severity - 1 && m.State.OutsideWindows > 0) Set(m, m.State.Severity - 1, null, "numbers");
        }
        else if (spoken == m.State.Severity)
        {
            m.State = m.State with { MilderSince = null };
        }
        else if (m.State.MilderSince is not { } since)
        {
            m.State = m.State with { MilderSince = m.Now };
        }
        else if (m.Now >= since + BeforeFalling)
        {
            m.State = m.State with { MilderSince = m.Now };
            Set(m, m.State.Severity + 1, null, "numbers");
        }
    }

    /// <summary>Changes it, and lets those know whom it concerns.</summary>
    public static void Set(Moment m, int severity, string? by, string? reason)
    {
        var before = m.State.Severity;
        m.State = m.State with { Severity = severity };
        m.Line("severity", by, ("from", Number(before)), ("to", Number(severity)), ("reason", reason));
        m.Changed($"severity {Number(before)} → {Number(severity)}", urgent: true);
        if (m.State.Stage != CrisisStage.Respond) return;
        Steps.Reschedule(m);
        if (severity < before) Ladder.Risen(m);
    }

    /// <summary>The severity that the last measurement speaks for by itself.</summary>
    private static int Of(CrisisState state)
    {
        if (state.Last is not { } last) return state.Severity;
        var times = (last.HourNegative + 1) / (last.HourExpectedNegative + 1);
        var points = Steps3(times, 4, 10, 30)
            + Steps3(last.HourNegative, 100, 500, 2000)
            + Steps3(state.Totals.Reach, 1_000_000, 10_000_000, 100_000_000)
            + (last is { NegativeShare: >= 0.6, HourMentions: >= 20 } ? 1 : 0)
            + (state.Spread?.DoublingAt(last.At) is < 10 && state.OutsideWindows > 0 ? 1 : 0);
        var severity = points switch
        {
            >= 7 => 1,
            >= 4 => 2,
            >= 2 => 3,
            _ => 4,
        };
        // The account or the data is still in wrong hands, whatever people write.
        return state.Kind is CrisisKind.AccountTakeover or CrisisKind.PersonalDataAbuse ? Math.Min(severity, 2) : severity;
    }

    private static int Steps3(double value, double one, double two, double three) =>
        value >= three ? 3 : value >= two ? 2 : value >= one ? 1 : 0;

    private static string Number(int severity) => severity.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// A later escalation of the same cause joins the open crisis: its signals are kept where they are stronger, severity
/// may rise, an unclassified crisis may get its kind, and one that was contained comes back.
/// </summary>
internal static class Joining
{
    /// <summary>How long after the opening something still belongs to the beginning.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(30);

    /// <summary>Takes it in. Returns a named reason when it cannot.</summary>
    public static string? Join(Moment m, CrisisEscalation escalation)
    {
        if (!m.State.Open)
        {
            // What was found after the end belongs to a new crisis; what was found before it is over.
            if (escalation.At <= m.State.ClosedAt) return Refusals.Closed;
            m.Want(new HandEscalation(m.Key("hand"), escalation, Into: null));
            return null;
        }

        foreach (var signal in escalation.Signals) SignalLine(m, signal);
        if (escalation.OpenedBy is { } person) m.Line("joined", person, ("reason", escalation.Reason));
        m.State = m.State with
        {
            Signals = SignalDigest.Of([.. m.State.Signals, .. escalation.Signals]),
            Since = escalation.Since < m.State.Since && m.State.MeasuredTo is null ? escalation.Since : m.State.Since,
        };
        Classify(m, escalation);
        if (!m.State.SeverityFixed && escalation.Severity >= 1 && escalation.Severity < m.State.Severity)
        {
            SeverityRule.Set(m, escalation.Severity, null, "signal");
        }

        // One that was found before people declared it contained says nothing new.
        if (m.State.Stage == CrisisStage.MonitorAfter && escalation.At > m.State.StageSince) MonitorAfter.Relapse(m, "signal");
        return null;
    }

    private static void SignalLine(Moment m, Signal signal)
    {
        if (m.State.Signals.Any(known => known.Id == signal.Id && known.Severity <= signal.Severity)) return;
        m.Line(
            "signal",
            null,
            ("detector", signal.Detector),
            ("observed", signal.Observed.ToString("0.#", CultureInfo.InvariantCulture)),
            ("expected", signal.Expected.ToString("0.#", CultureInfo.InvariantCulture)),
            ("signal", signal.Id));
        m.Changed("signal " + signal.Detector);
    }

    /// <summary>
    /// A more telling kind takes the place of a less telling one if what speaks for it was there when the crisis began:
    /// anger at the brand's answer hours later does not make a mistaken post of a wave of complaints.
    /// </summary>
    private static void Classify(Moment m, CrisisEscalation escalation)
    {
        var kind = escalation.Kind;
        if (m.State.KindFixed || kind == m.State.Kind || KindRule.Of([m.State.Kind, kind]) != kind) return;
        if (m.State.Kind != CrisisKind.Unclassified && !escalation.Signals.Any(signal => signal.Kind == kind && signal.Since <= m.State.OpenedAt + Beginning)) return;
        Respond.SetKind(m, kind, null, "signal");
    }
}

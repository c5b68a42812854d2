using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Many different people complain at once, whatever about: against the usual number of negatives here, with a tone that is
/// clearly not the usual one. Sees within minutes what is too small for the volume detectors, such as twenty complaints of
/// a brand that is named three times a day.
/// </summary>
internal sealed class BroadComplaint : IDetector
{
    private const double Voices = 8, LeastShare = 0.5, AboveUsual = 0.2, OverPraise = 3, LeastSurprise = 7, Deviations = 3;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        // The sums are cheap to rule out: nothing is added up for an ordinary hour.
        if (context.Hour.Complaints < Voices * context.Demand) yield break;
        foreach (var (sum, windows) in new[] { (context.Hour, VolumeModel.Hour), (context.Lately, DetectionContext.LateWindows) })
        {
            if (Find(context, sum, windows) is not { } signal) continue;
            yield return signal;
            yield break;
        }
    }

    private static Signal? Find(DetectionContext context, WindowCounts sum, int windows)
    {
        // A young watch does not know yet how much of what is said here is complaint.
        var demand = context.Demand * (context.Habits.IsYoung ? 1.25 : 1);
        double complaints = sum.Complaints, scored = sum.Positive + sum.Neutral + sum.Negative;
        var voices = Tone.VoicesOf(sum);
        if (voices < Voices * demand || complaints < OverPraise * sum.Positive) return null;
        if (complaints < Math.Max(LeastShare, context.Habits.NegativeShare + AboveUsual) * scored) return null;
        if (context.Habits.Deviations(complaints, scored, context.Habits.NegativeShare, context.Habits.Scored) < Deviations) return null;
        var expected = context.Habits.Negative * (windows + context.Missed) * context.Season;
        if (DetectionContext.Surprise(complaints, expected) < LeastSurprise * demand) return null;
        var severity = Math.Min(3, FirstSeverity.Of(complaints, expected, sum));
        return context.Signal(DetectorNames.BroadComplaint, CrisisCause.Mentions, CrisisKind.ComplaintWave, severity, sum.Start, complaints, expected) with
        {
            Notes = [new SignalNote("voices", voices.ToString("0", System.Globalization.CultureInfo.InvariantCulture)), PostBacklash.Percent("negative-share", complaints / scored)],
        };
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Web.Readiness;

/// <summary>Counts what people said of the detectors, for whoever thinks about sensitivity and thresholds.</summary>
public sealed class DetectorVerdicts(DetectorFeedbacks feedbacks)
{
    /// <summary>Feedback of so many days counts.</summary>
    public const int Days = 90;

    /// <summary>By watch; the noisiest detector first.</summary>
    public async ValueTask<IReadOnlyList<DetectorVerdict>> ReadAsync(IEnumerable<Watch> watches, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(watches);
        var all = new List<DetectorVerdict>();
        foreach (var watch in watches)
        {
            var lately = (await feedbacks.ListAsync(watch.Id, cancellation)).Where(f => f.At > now.AddDays(-Days));
            all.AddRange(lately
                .GroupBy(f => f.Detector, StringComparer.Ordinal)
                .Select(g => Count(watch, g.Key, [.. g.GroupBy(f => f.Crisis, StringComparer.Ordinal).Select(c => c.MaxBy(f => f.At)!)]))
                .OrderByDescending(v => v.Noise)
                .ThenByDescending(v => v.Useful)
                .ThenBy(v => v.Detector, StringComparer.Ordinal));
        }

        return all;
    }

    private static DetectorVerdict Count(Watch watch, string detector, List<DetectorFeedback> said) =>
        new(watch.Name, Core.KebabCase.Of(watch.Sensitivity), detector, said.Count(f => f.Useful), said.Count(f => !f.Useful));
}

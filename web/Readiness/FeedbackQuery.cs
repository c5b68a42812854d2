using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Web.Readiness;

/// <summary>Counts what people said of the escalations of each detector, for those who decide about thresholds.</summary>
public sealed class FeedbackQuery(DetectorFeedbacks feedback)
{
    /// <summary>Older words were said of other thresholds.</summary>
    public const int Days = 90;

    /// <summary>Per watch, crises as a whole first, then the detector with most noise.</summary>
    public async ValueTask<IReadOnlyList<FeedbackLine>> ReadAsync(IEnumerable<Watch> watches, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(watches);
        var lines = new List<FeedbackLine>();
        foreach (var watch in watches)
        {
            var recent = (await feedback.ListAsync(watch.Id, cancellation)).Where(f => f.At > now.AddDays(-Days) && f.At <= now);
            lines.AddRange(recent
                .GroupBy(f => f.Detector, StringComparer.Ordinal)
                .Select(g => Line(watch.Name, g.Key, [.. g.GroupBy(f => f.Crisis, StringComparer.Ordinal).Select(Standing)]))
                .OrderByDescending(l => l.Detector == "*")
                .ThenByDescending(l => l.Noise)
                .ThenBy(l => l.Detector, StringComparer.Ordinal));
        }

        return lines;
    }

    private static FeedbackLine Line(string watch, string detector, IReadOnlyList<bool> useful) =>
        new(watch, detector, useful.Count(u => u), useful.Count(u => !u));

    // One word an escalation, the latest, whoever said it.
    private static bool Standing(IEnumerable<DetectorFeedback> said) =>
        said.OrderBy(f => f.At).ThenBy(f => f.By, StringComparer.Ordinal).Last().Useful;
}

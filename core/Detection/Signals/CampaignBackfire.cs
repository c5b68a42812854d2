using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// The hashtag of a planned event turns negative, or others carry their complaints under it: in the last hour, or in its
/// last minutes when the rest was friendly. A campaign is expected to be talked about, not to be cursed, so what it was
/// expected to bring does not excuse complaints.
/// </summary>
internal sealed class CampaignBackfire : IDetector
{
    private const double Negatives = 10, Authors = 8, LeastShare = 0.4, AboveUsual = 0.12, LeastSurprise = 3, Deviations = 2.5;

    /// <summary>A hashtag is remembered longer than a campaign lasts.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromDays(2);

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        foreach (var planned in context.Watch.PlannedEvents.Where(planned => planned.Covers(context.Now, Aftermath)))
        {
            foreach (var hashtag in planned.Hashtags)
            {
                var facet = FacetOf(hashtag);
                if (context.Hour.Facets.GetValueOrDefault(facet) is not { } hour || hour.Negative < Negatives * context.Demand) continue;
                var expected = context.Habits.RateOf(facet) * (context.Windows.Count + context.Missed);
                var count = IsBackfire(context, hour, expected) ? hour : context.Lately.Facets.GetValueOrDefault(facet);
                if (count is null || !IsBackfire(context, count, expected)) continue;
                var severity = count.Negative >= 150 ? 1 : count.Negative >= 25 ? 2 : 3;
                yield return context.Signal(DetectorNames.CampaignBackfire, CrisisCause.Mentions, CrisisKind.CampaignFailure, severity, context.SinceOf(facet), count.Negative, expected) with
                {
                    Notes = [new SignalNote("planned-event", planned.Name), new SignalNote("hashtag", hashtag), PostBacklash.Percent("negative-share", count.Negative / (double)count.Mentions)],
                };
            }
        }
    }

    /// <summary>The facet under which a planned event's hashtag is counted, with or without its <c>#</c>.</summary>
    internal static string FacetOf(string hashtag) => Facet.Hashtag + Hashtag.Fold(hashtag.StartsWith('#') ? hashtag : "#" + hashtag);

    /// <summary>The planned event, running or just over, whose hashtag a text carries.</summary>
    internal static PlannedEvent? CampaignOf(Watch watch, string text, DateTimeOffset now)
    {
        var folded = Hashtag.Fold(text);
        return watch.PlannedEvents.FirstOrDefault(planned => planned.Covers(now, Aftermath)
            && planned.Hashtags.Any(hashtag => folded.Contains(FacetOf(hashtag)[Facet.Hashtag.Length..], StringComparison.Ordinal)));
    }

    private static bool IsBackfire(DetectionContext context, FacetCount count, double expected)
    {
        if (count.Negative < Negatives * context.Demand || context.Voices(count) < Authors * context.Demand) return false;
        var usual = context.Habits.NegativeShare;
        var share = count.Negative / (double)count.Mentions;
        if (share < LeastShare || share < usual + AboveUsual) return false;
        return context.Habits.Deviations(count.Negative, count.Mentions, usual, context.Habits.Scored) >= Deviations
            && DetectionContext.Surprise(count.Negative, expected) >= LeastSurprise;
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>The hashtag of a planned event turns negative, or others carry their complaints under it.</summary>
internal sealed class CampaignBackfire : IDetector
{
    private const double Negatives = 8, Authors = 6, LeastShare = 0.45, AboveUsual = 0.2, LeastSurprise = 3;

    /// <summary>A hashtag is remembered longer than a campaign lasts.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromDays(2);

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        foreach (var planned in context.Watch.PlannedEvents.Where(planned => context.Now >= planned.From && context.Now < planned.To + Aftermath))
        {
            foreach (var hashtag in planned.Hashtags)
            {
                var facet = Facet.Hashtag + Hashtag.Fold(hashtag.StartsWith('#') ? hashtag : "#" + hashtag);
                if (context.Hour.Facets.GetValueOrDefault(facet) is not { } count) continue;
                if (count.Negative < Negatives * context.Demand || count.Authors.Count < Authors * context.Demand) continue;
                var share = count.Negative / (double)count.Mentions;
                var usual = context.Habits.NegativeShare;
                if (share < LeastShare || share < usual + AboveUsual) continue;
                var expected = context.Expected(facet);
                if (DetectionContext.Surprise(count.Negative, expected) < LeastSurprise) continue;
                var severity = count.Negative >= 150 ? 1 : count.Negative >= 25 ? 2 : 3;
                yield return context.Signal(DetectorNames.CampaignBackfire, CrisisCause.Mentions, CrisisKind.CampaignFailure, severity, context.SinceOf(facet), count.Negative, expected) with
                {
                    Notes = [new SignalNote("planned-event", planned.Name), new SignalNote("hashtag", hashtag), PostBacklash.Percent("negative-share", share)],
                };
            }
        }
    }
}

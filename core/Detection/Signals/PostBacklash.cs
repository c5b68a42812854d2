using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Replies to and quotes of one of the brand's own posts turn negative, compared with what its posts usually get; in the
/// last hour, or in its last minutes when the first answers were friendly. A campaign's own post makes it a failed campaign.
/// </summary>
internal sealed class PostBacklash : IDetector
{
    /// <summary>Fewer replies in an hour draw no crowd; whose post it is is not even asked.</summary>
    public const int Crowd = 8;

    private const double Authors = 7, Negatives = 6, LeastShare = 0.5, AboveUsual = 0.2, LeastSurprise = 3, Deviations = 4;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        foreach (var (post, hour) in context.Of(Facet.OwnPost))
        {
            if (hour.Mentions < Crowd * context.Demand || !context.OwnPosts.Contains(post)) continue;
            var facet = Facet.OwnPost + post;
            var count = IsBacklash(context, hour) ? hour : context.Lately.Facets.GetValueOrDefault(facet);
            if (count is null || !IsBacklash(context, count)) continue;
            var expected = Expected(context);
            var campaign = context.CampaignPosts.GetValueOrDefault(post);
            var severity = count.Negative >= 150 ? 1 : count.Negative >= 25 ? 2 : 3;
            yield return context.Signal(
                campaign is null ? DetectorNames.PostBacklash : DetectorNames.CampaignBackfire,
                CrisisCause.Mentions,
                campaign is null ? CrisisKind.MistakenPost : CrisisKind.CampaignFailure,
                severity,
                context.SinceOf(facet),
                count.Negative,
                expected) with
            {
                Notes =
                [
                    new SignalNote("post", post),
                    .. campaign is null ? Array.Empty<SignalNote>() : [new SignalNote("planned-event", campaign)],
                    Percent("negative-share", count.Negative / (double)count.Mentions),
                    Percent("usual-share", Usual(context)),
                ],
            };
        }
    }

    internal static SignalNote Percent(string key, double share) => new(key, share.ToString("0 %", System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsBacklash(DetectionContext context, FacetCount count)
    {
        if (count.Mentions < Crowd * context.Demand || context.Voices(count) < Authors * context.Demand || count.Negative < Negatives * context.Demand) return false;
        var share = count.Negative / (double)count.Mentions;
        return share >= LeastShare && share >= Usual(context) + AboveUsual
            && context.Habits.Deviations(count.Negative, count.Mentions, Usual(context), context.Habits.Replies) >= Deviations
            && DetectionContext.Surprise(count.Negative, Expected(context)) >= LeastSurprise;
    }

    private static double Usual(DetectionContext context) => Math.Max(context.Habits.NegativeReplyShare, context.Habits.NegativeShare);

    private static double Expected(DetectionContext context) => context.Habits.NegativeReplies * (context.Windows.Count + context.Missed) * Math.Max(context.Season, context.Growth);
}

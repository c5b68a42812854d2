using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>Replies to and quotes of one of the brand's own posts turn negative, compared with what its posts usually get.</summary>
internal sealed class PostBacklash : IDetector
{
    /// <summary>Fewer replies in an hour draw no crowd; whose post it is is not even asked.</summary>
    public const int Crowd = 10;

    private const double Authors = 8, LeastShare = 0.5, AboveUsual = 0.25, LeastSurprise = 3, Deviations = 4;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        var usual = Math.Max(context.Habits.NegativeReplyShare, context.Habits.NegativeShare);
        foreach (var (post, count) in context.Of(Facet.OwnPost))
        {
            if (count.Mentions < Crowd * context.Demand || count.Authors.Count < Authors * context.Demand || !context.OwnPosts.Contains(post)) continue;
            var share = count.Negative / (double)count.Mentions;
            if (share < LeastShare || share < usual + AboveUsual) continue;
            if (context.Habits.Deviations(count.Negative, count.Mentions, usual, context.Habits.Replies) < Deviations) continue;
            var expected = context.Habits.NegativeReplies * (context.Windows.Count + context.Missed) * Math.Max(context.Season, context.Growth);
            if (DetectionContext.Surprise(count.Negative, expected) < LeastSurprise) continue;
            var severity = count.Negative >= 150 ? 1 : count.Negative >= 25 ? 2 : 3;
            yield return context.Signal(DetectorNames.PostBacklash, CrisisCause.Mentions, CrisisKind.MistakenPost, severity, context.SinceOf(Facet.OwnPost + post), count.Negative, expected) with
            {
                Notes = [new SignalNote("post", post), Percent("negative-share", share), Percent("usual-share", usual)],
            };
        }
    }

    internal static SignalNote Percent(string key, double share) => new(key, share.ToString("0 %", System.Globalization.CultureInfo.InvariantCulture));
}

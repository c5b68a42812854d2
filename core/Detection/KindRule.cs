using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>
/// What kind of crisis a surge speaks for, by what carries its negatives: an own post makes it a mistaken post, the
/// hashtag of a planned event a failed campaign, else it is a wave of complaints.
/// </summary>
internal static class KindRule
{
    private const double Carries = 0.5;

    public static CrisisKind Of(CrisisKind kind, DetectionContext context)
    {
        if (kind != CrisisKind.ComplaintWave || context.Hour.Complaints < 5) return kind;
        var needed = Carries * context.Hour.Complaints;
        var planned = context.Watch.PlannedEvents.Where(planned => planned.Covers(context.Now)).SelectMany(planned => planned.Hashtags);
        if (planned.Any(hashtag => context.Hour.Facets.GetValueOrDefault(CampaignBackfire.FacetOf(hashtag))?.Negative >= needed)) return CrisisKind.CampaignFailure;
        foreach (var (post, count) in context.Of(Facet.OwnPost))
        {
            if (count.Negative >= needed && context.OwnPosts.Contains(post)) return context.CampaignPosts.ContainsKey(post) ? CrisisKind.CampaignFailure : CrisisKind.MistakenPost;
        }

        return kind;
    }

    /// <summary>The most telling of several kinds.</summary>
    public static CrisisKind Of(IEnumerable<CrisisKind> kinds) => kinds.MaxBy(kind => kind switch
    {
        CrisisKind.AccountTakeover => 5,
        CrisisKind.PersonalDataAbuse => 4,
        CrisisKind.MistakenPost => 3,
        CrisisKind.CampaignFailure => 2,
        CrisisKind.ComplaintWave => 1,
        _ => 0,
    });
}

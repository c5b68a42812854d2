using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Many different people name the same target and are not content with it, even when the whole volume looks normal.
/// Says who complains: one loud author, one community (one hashtag or one post carries most of it), or broad. What one
/// community says of a target is a wave only when that community as a whole complains.
/// </summary>
internal sealed class ComplaintWave : IDetector
{
    private const double Authors = 8, Negatives = 9, LeastShare = 0.5, LeastSurprise = 7, Loud = 12, CommunityAbove = 0.15;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        // A young watch does not know yet which complaints are daily bread.
        var demand = context.Demand * (context.Habits.IsYoung ? 1.5 : 1);
        foreach (var (target, count) in context.Of(Facet.Target))
        {
            if (count.Negative < Negatives * demand || count.Negative < LeastShare * count.Mentions) continue;
            var facet = Facet.Target + target;
            var expected = context.Expected(facet);
            if (DetectionContext.Surprise(count.Negative, expected) < LeastSurprise) continue;
            var authors = context.Voices(count);
            if (VoiceOf(context, count) is not { } voice) continue;
            var isLoud = voice == "one-loud-author";
            if (isLoud ? count.Negative < Loud * demand : authors < Authors * demand) continue;
            var times = count.Negative / Math.Max(expected, 1);
            var severity = isLoud ? 4 : times >= 10 && authors >= 40 ? 1 : times >= 6 && authors >= 15 ? 2 : 3;
            yield return context.Signal(DetectorNames.ComplaintWave, CrisisCause.Mentions, CrisisKind.ComplaintWave, severity, context.SinceOf(facet), count.Negative, expected) with
            {
                Notes = [new SignalNote("target", target), new SignalNote(voice, $"{authors}/{count.Mentions}")],
            };
        }
    }

    // Null when a crowd carries it that as a whole does not complain.
    private static string? VoiceOf(DetectionContext context, FacetCount count)
    {
        var authors = context.Voices(count);
        if (authors > 0 && authors <= 2 && count.Mentions >= 4 * authors) return "one-loud-author";
        foreach (var (_, crowd) in context.Of(Facet.Hashtag).Concat(context.Of(Facet.OwnPost)))
        {
            if (crowd.Negative < 0.6 * count.Negative || crowd.Mentions >= 0.9 * context.Hour.Mentions) continue;
            var inside = crowd.Mentions >= 3 * count.Mentions;
            if (inside && crowd.Negative < (context.Habits.NegativeShare + CommunityAbove) * crowd.Mentions) return null;
            return "one-community";
        }

        // Inside a crowd that came for something else and does not complain, a sour word is a part of the fun.
        var crowded = context.Hour.Mentions >= 3 * count.Mentions && context.Hour.Mentions - context.Hour.Unscored >= 3 * context.Habits.Scored * context.Windows.Count * context.Season;
        return crowded && !Tone.IsComplaint(context.Hour, context.Habits) && !Tone.IsComplaint(context.Lately, context.Habits) ? null : "broad";
    }
}

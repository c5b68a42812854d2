using Crisis.Core.Detection;
using Crisis.Core.Mentions.Facets;
using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Escalation;

/// <summary>
/// Which posts show in one look what a crisis is about: the brand's own that it is about; of each finding, those of its
/// kind first, then by severity, the post that tells it best, in turn with those that are heard most; then the rest of what
/// findings rest on and of complaints. What is merely loud is shown only where there is nothing else or the crisis has no
/// name yet, and what says the same once.
/// </summary>
public static class TellingPosts
{
    public static IReadOnlyList<TellingPost> Of(CrisisState state, int most)
    {
        ArgumentNullException.ThrowIfNull(state);
        var signals = state.Signals.OrderBy(s => s.Kind == state.Kind ? 0 : 1).Select(s => s.Evidence.Posts).ToList();
        var found = signals.Where(posts => posts.Count > 0).Select(posts => posts[0]).ToList();
        var loud = (state.Spread?.LoudestPosts ?? []).Where(IsComplaint).ToList();
        var all = new List<TellingPost>();
        for (var i = 0; i < Math.Max(found.Count, loud.Count); i++)
        {
            if (i < found.Count) all.Add(found[i]);
            if (i < loud.Count) all.Add(loud[i]);
        }

        all.AddRange(signals.SelectMany(posts => posts).OrderBy(p => IsComplaint(p) ? 0 : 1));
        all.AddRange(ShownPosts.Of(state).Where(IsComplaint));
        // Of what has no name yet everything may tell something, but praise.
        if (state.Kind == CrisisKind.Unclassified) all.AddRange(ShownPosts.Of(state).Where(p => p.Label != SentimentLabel.Positive));
        if (all.Count == 0) all.AddRange(ShownPosts.Of(state));
        var work = new TokenisedText();
        return
        [
            .. all.Where(p => p.Text.Length > 0)
                .OrderBy(p => p.Own ? 0 : 1)
                .DistinctBy(ShownPosts.KeyOf)
                .DistinctBy(p => SameText.KeyOf(p.Text, work))
                .Take(most),
        ];
    }

    private static bool IsComplaint(TellingPost post) => post.Label == SentimentLabel.Negative;
}

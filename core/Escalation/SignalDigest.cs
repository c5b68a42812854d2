using Crisis.Core.Detection;
using Crisis.Core.Mentions.Facets;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Escalation;

/// <summary>
/// What a crisis keeps of signals: of each detector the strongest finding, most severe first, at most eight; four posts
/// among them, lists cut. So a state and an inbox row stay small however much was found.
/// </summary>
internal static class SignalDigest
{
    private const int MostSignals = 8;
    private const int MostPosts = 4;
    private const int MostNames = 5;
    private const int LongestPost = 200;

    public static IReadOnlyList<Signal> Of(IEnumerable<Signal> signals)
    {
        var kept = signals
            .GroupBy(s => s.Detector, StringComparer.Ordinal)
            .Select(g => g.OrderBy(s => s.Severity).ThenByDescending(s => s.Surprise).ThenBy(s => s.Id, StringComparer.Ordinal).First())
            .OrderBy(s => s.Severity)
            .ThenByDescending(s => s.Surprise)
            .ThenBy(s => s.Id, StringComparer.Ordinal)
            .Take(MostSignals)
            .ToList();
        var posts = Share(kept);
        return [.. kept.Select((s, i) => s with { Notes = [.. s.Notes.Take(MostNames)], Evidence = Cut(s.Evidence, posts[i]) })];
    }

    // One of each finding in turn, the most severe first, so that every one is shown by a post of its own.
    private static List<TellingPost>[] Share(List<Signal> signals)
    {
        var shared = signals.ConvertAll(_ => new List<TellingPost>()).ToArray();
        var (taken, work) = (new HashSet<string>(StringComparer.Ordinal), new TokenisedText());
        for (var place = 0; taken.Count < MostPosts && signals.Exists(s => s.Evidence.Posts.Count > place); place++)
        {
            for (var i = 0; i < signals.Count && taken.Count < MostPosts; i++)
            {
                if (signals[i].Evidence.Posts.Where(p => !taken.Contains(SameText.KeyOf(p.Text, work))).FirstOrDefault() is not { } post) continue;
                taken.Add(SameText.KeyOf(post.Text, work));
                shared[i].Add(post);
            }
        }

        return shared;
    }

    public static IReadOnlyList<TellingPost> Cut(IReadOnlyList<TellingPost> posts, int most, int longest) =>
        [.. posts.Take(most).Select(p => p.Text.Length <= longest ? p : p with { Text = ShortText.Cut(p.Text, longest) })];

    private static SignalEvidence Cut(SignalEvidence evidence, IReadOnlyList<TellingPost> posts) => evidence with
    {
        Posts = Cut(posts, MostPosts, LongestPost),
        Targets = [.. evidence.Targets.Take(MostNames)],
        Sources = [.. evidence.Sources.Take(MostNames)],
        Hashtags = [.. evidence.Hashtags.Take(MostNames)],
    };
}

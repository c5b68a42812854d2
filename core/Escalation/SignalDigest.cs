using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>
/// What a crisis keeps of signals: of each detector the strongest finding, most severe first, at most eight; posts
/// only with the first, lists cut. So a state and an inbox row stay small however much was found.
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
        var posts = kept.Select(s => s.Evidence.Posts).FirstOrDefault(p => p.Count > 0) ?? [];
        return [.. kept.Select((s, i) => s with { Notes = [.. s.Notes.Take(MostNames)], Evidence = Cut(s.Evidence, i == 0 ? posts : []) })];
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

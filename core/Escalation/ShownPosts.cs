using System.Globalization;
using Crisis.Core.Detection;

namespace Crisis.Core.Escalation;

/// <summary>
/// The posts that a crisis shows as evidence. They are other people's: when one is edited or deleted, the crisis and
/// what was written of it follow; the counts that it went into stay.
/// </summary>
public static class ShownPosts
{
    /// <summary>How a post is named where sources are mixed: <c>source|id</c>.</summary>
    public static string KeyOf(TellingPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return $"{post.Source}|{post.Id}";
    }

    /// <summary>Every post once.</summary>
    public static IEnumerable<TellingPost> Of(CrisisState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Signals.SelectMany(s => s.Evidence.Posts)
            .Concat(state.Spread?.LoudestPosts ?? [])
            .Concat(state.Spread?.FirstPosts ?? [])
            .DistinctBy(KeyOf);
    }

    /// <summary>
    /// Takes deleted posts out and edited texts over. Reports that are written already are written anew under their
    /// versions, for a post may stand in any of them, and a complaint among its lists.
    /// </summary>
    internal static void Revise(Moment m, PostsRevised revised)
    {
        var gone = revised.Gone.ToHashSet(StringComparer.Ordinal);
        var state = m.State;
        m.State = state with
        {
            Signals = [.. state.Signals.Select(s => s with { Evidence = s.Evidence with { Posts = Revise(s.Evidence.Posts, gone, revised.Edited) } })],
            Spread = state.Spread is not { } spread ? null : spread with
            {
                LoudestPosts = Revise(spread.LoudestPosts, gone, revised.Edited),
                FirstPosts = Revise(spread.FirstPosts, gone, revised.Edited),
            },
        };
        m.Line("posts-revised", null, ("posts", (gone.Count + revised.Edited.Count).ToString(CultureInfo.InvariantCulture)));
        for (var version = 1; version <= m.State.Aftermath.ReportVersion; version++)
            m.Want(new WriteReport(m.Key(string.Create(CultureInfo.InvariantCulture, $"report/{version}")), version));
    }

    private static IReadOnlyList<TellingPost> Revise(IReadOnlyList<TellingPost> posts, HashSet<string> gone, IReadOnlyDictionary<string, string> edited) =>
    [
        .. posts.Where(p => !gone.Contains(KeyOf(p))).Select(p => edited.TryGetValue(KeyOf(p), out var text) ? p with { Text = text } : p),
    ];
}

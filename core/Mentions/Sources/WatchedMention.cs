using System.Text.Json.Serialization;

namespace Crisis.Core.Mentions.Sources;

/// <summary>A mention that matters enough to be looked up again: its id, what it looked like, how much it matters, since when (Unix s).</summary>
internal sealed record WatchedMention(
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("f")] int Print,
    [property: JsonPropertyName("s")] int Score,
    [property: JsonPropertyName("a")] long At)
{
    public static WatchedMention From(Mention mention) => new(mention.Id, PrintOf(mention), ScoreOf(mention), mention.CreatedAt.ToUnixTimeSeconds());

    /// <summary>The brand's own posts first, then by how many people they reach.</summary>
    private static int ScoreOf(Mention mention)
    {
        if (mention.Own) return int.MaxValue;
        var e = mention.Engagement;
        var score = e.Likes + (3L * e.Reposts) + (3L * e.Replies) + ((mention.Author.Followers ?? 0) / 100);
        return (int)Math.Min(score, int.MaxValue - 1);
    }

    /// <summary>Changes when the text or the engagement does.</summary>
    public static int PrintOf(Mention mention)
    {
        var e = mention.Engagement;
        return (int)RecentIds.Hash($"{e.Likes} {e.Reposts} {e.Replies} {mention.Text}");
    }
}

using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Bluesky;

/// <summary>
/// Reads app.bsky.feed.defs#postView, and a notification, which has the same members where it matters. The id is the
/// post's at:// address.
/// </summary>
internal sealed class BlueskyPost(Watch watch)
{
    private readonly HashSet<string> own = new(
        watch.Accounts.TryGetValue("bluesky", out var accounts) ? accounts.Select(a => a.TrimStart('@')) : [], StringComparer.OrdinalIgnoreCase);

    private readonly WatchTerms terms = new(watch);

    public NetworkItem? Read(JsonElement post)
    {
        var uri = post.Required("uri");
        var record = post.At("record");
        var created = record.Time("createdAt");
        var author = post.At("author");
        var did = author.Text("did");
        var handle = author.Text("handle");
        var isOwn = (handle is not null && own.Contains(handle)) || (did is not null && own.Contains(did));
        var text = PlainText.Clean(record.Text("text"));
        if (!isOwn && terms.Excludes(text)) return null;

        // createdAt is the client's word; posts are sorted by it unless it is later than when they were indexed.
        var indexed = post.TimeOrNull("indexedAt");
        var at = indexed < created ? indexed.Value : created;
        return new NetworkItem(new Mention
        {
            Source = "bluesky",
            Id = uri,
            Text = text,
            CreatedAt = at,
            Language = LanguageOf(record),
            Author = new MentionAuthor(did, handle, Verified: author.Text("verification", "verifiedStatus") == "valid"),
            Url = $"https://bsky.app/profile/{handle ?? did}/post/{uri[(uri.LastIndexOf('/') + 1)..]}",
            ReplyTo = record.Text("reply", "parent", "uri"),
            QuoteOf = QuoteOf(record.At("embed")),
            Engagement = new Engagement(post.Count("likeCount"), Sum(post.Count("repostCount"), post.Count("quoteCount")), post.Count("replyCount")),
            Own = isOwn,
        });
    }

    private static string? LanguageOf(JsonElement record)
    {
        var tag = record.At("langs").Items().FirstOrDefault();
        return tag.ValueKind == JsonValueKind.String && tag.GetString() is { Length: >= 2 } text ? text[..2].ToLowerInvariant() : null;
    }

    /// <summary>A quoted post stands in embed.record, with pictures in embed.record.record; other records (lists, feeds) are no posts.</summary>
    private static string? QuoteOf(JsonElement embed)
    {
        var uri = embed.Text("record", "uri") ?? embed.Text("record", "record", "uri");
        return uri?.Contains("/app.bsky.feed.post/", StringComparison.Ordinal) == true ? uri : null;
    }

    private static int Sum(int a, int b) => (int)Math.Min((long)a + b, int.MaxValue);
}

using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reddit;

/// <summary>Reads a link (t3) or a comment (t1); the id is the fullname, such as <c>t1_c8k…</c>.</summary>
internal sealed class RedditThing(Watch watch)
{
    private readonly HashSet<string> own = new(
        watch.Accounts.TryGetValue("reddit", out var accounts) ? accounts.Select(a => a.TrimStart('@', '/').Replace("u/", "", StringComparison.Ordinal)) : [], StringComparer.OrdinalIgnoreCase);

    private readonly WatchTerms terms = new(watch);

    /// <summary>Null for what was deleted or removed, and for what is not about the watch.</summary>
    public NetworkItem? Read(JsonElement thing, bool onlyTerms)
    {
        var id = thing.Required("name");
        var created = thing.Time("created_utc");
        var body = thing.Text("body") ?? thing.Text("selftext") ?? "";
        var author = thing.Text("author");
        if (body is "[deleted]" or "[removed]" || thing.Text("removed_by_category") is not null) return null;
        var isOwn = author is not null && own.Contains(author);
        var text = PlainText.Clean(thing.Text("title") is { } title ? $"{title}\n{body}" : body);
        if (!isOwn && (onlyTerms ? !terms.Match(text) : terms.Excludes(text))) return null;
        return new NetworkItem(new Mention
        {
            Source = "reddit",
            Id = id,
            Text = text,
            CreatedAt = created,
            Author = author is null or "[deleted]" ? MentionAuthor.Unknown : new MentionAuthor(thing.Text("author_fullname") ?? author, author),
            Url = thing.Text("permalink") is { } link ? "https://www.reddit.com" + link : null,
            ReplyTo = thing.Text("parent_id"),
            QuoteOf = thing.Text("crosspost_parent"),
            Engagement = new Engagement(thing.Count("score"), thing.Count("num_crossposts"), thing.Count("num_comments")),
            Own = isOwn,
        })
        {
            EditedAt = thing.TimeOrNull("edited"),
        };
    }
}

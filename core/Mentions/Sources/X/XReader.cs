using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.X;

/// <summary>Reads posts with their authors, who stand apart under <c>includes.users</c>.</summary>
internal sealed class XReader(Watch watch)
{
    private readonly HashSet<string> own = new(
        watch.Accounts.TryGetValue("x", out var accounts) ? accounts.Select(a => a.TrimStart('@')) : [], StringComparer.OrdinalIgnoreCase);

    private readonly WatchTerms terms = new(watch);

    public NetworkPage Page(JsonElement root, string where)
    {
        var users = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var user in root.At("includes", "users").Items()) users.TryAdd(user.Text("id") ?? "", user);
        return root.At("data").Read(where, e => Post(e, users));
    }

    private NetworkItem? Post(JsonElement post, Dictionary<string, JsonElement> users)
    {
        var id = post.Required("id");
        var created = post.Time("created_at");
        var authorId = post.Text("author_id");
        var user = authorId is not null && users.TryGetValue(authorId, out var found) ? found : default;
        var name = user.Text("username");
        var isOwn = name is not null && own.Contains(name);

        // The API writes & < > as entities; long posts stand whole in note_tweet.
        var text = PlainText.Clean(System.Net.WebUtility.HtmlDecode(post.Text("note_tweet", "text") ?? post.Text("text")));
        if (!isOwn && terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = "x",
            Id = id,
            Text = text,
            CreatedAt = created,
            Language = post.Text("lang") is { Length: 2 } lang ? lang : null,
            Author = new MentionAuthor(authorId, name, user.ValueKind == JsonValueKind.Object ? user.Count("public_metrics", "followers_count") : null, user.Flag("verified")),
            Url = $"https://x.com/{name ?? "i"}/status/{id}",
            ReplyTo = Referenced(post, "replied_to"),
            QuoteOf = Referenced(post, "quoted"),
            Engagement = new Engagement(
                post.Count("public_metrics", "like_count"),
                (int)Math.Min((long)post.Count("public_metrics", "retweet_count") + post.Count("public_metrics", "quote_count"), int.MaxValue),
                post.Count("public_metrics", "reply_count")),
            Own = isOwn,
        });
    }

    private static string? Referenced(JsonElement post, string type)
    {
        foreach (var reference in post.At("referenced_tweets").Items())
        {
            if (reference.Text("type") == type) return reference.Text("id");
        }

        return null;
    }
}

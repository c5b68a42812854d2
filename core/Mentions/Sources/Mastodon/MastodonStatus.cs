using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Mastodon;

/// <summary>
/// Reads a Status entity (docs.joinmastodon.org/entities/Status). Ids are a server's own, so the server stands in the
/// mention's id: <c>110…@mastodon.social</c>.
/// </summary>
internal sealed class MastodonStatus(Watch watch, string host)
{
    private readonly HashSet<string> own = new(
        watch.Accounts.TryGetValue("mastodon", out var accounts) ? accounts.Select(a => Full(a.TrimStart('@'), host)) : [], StringComparer.OrdinalIgnoreCase);

    private readonly WatchTerms terms = new(watch);

    /// <summary>Null for what is no public utterance of its own: boosts, followers-only and direct posts, and excluded ones.</summary>
    public NetworkItem? Read(JsonElement status)
    {
        var id = status.Required("id");
        var created = status.Time("created_at");
        if (status.At("reblog").ValueKind == JsonValueKind.Object) return null;
        if (status.Text("visibility") is "private" or "direct") return null;
        var account = status.At("account");
        var acct = account.Text("acct");
        var isOwn = acct is not null && own.Contains(Full(acct, host));
        var text = PlainText.FromHtml(status.Text("content"));
        if (status.Text("spoiler_text") is { Length: > 0 } warning) text = PlainText.Clean($"{warning}\n{text}");
        if (!isOwn && terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = "mastodon",
            Id = $"{id}@{host}",
            Text = text,
            CreatedAt = created,
            Language = status.Text("language") is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
            Author = new MentionAuthor(account.Text("id") is { } author ? $"{author}@{host}" : null, acct, account.Count("followers_count")),
            Url = status.Text("url") ?? status.Text("uri"),
            ReplyTo = status.Text("in_reply_to_id") is { } reply ? $"{reply}@{host}" : null,
            QuoteOf = (status.Text("quote", "quoted_status", "id") ?? status.Text("quote", "quoted_status_id")) is { } quoted ? $"{quoted}@{host}" : null,
            Engagement = new Engagement(status.Count("favourites_count"), status.Count("reblogs_count"), status.Count("replies_count")),
            Own = isOwn,
        })
        {
            EditedAt = status.TimeOrNull("edited_at"),
        };
    }

    /// <summary>Local accounts are written without their server.</summary>
    private static string Full(string acct, string host) => acct.Contains('@', StringComparison.Ordinal) ? acct : $"{acct}@{host}";
}

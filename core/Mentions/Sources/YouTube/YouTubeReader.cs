using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.YouTube;

/// <summary>Reads comment and video resources; ids are YouTube's own, a comment answers its thread's comment or its video.</summary>
internal sealed class YouTubeReader(Watch watch)
{
    private readonly HashSet<string> own = new(watch.Accounts.TryGetValue("youtube", out var accounts) ? accounts : [], StringComparer.OrdinalIgnoreCase);
    private readonly WatchTerms terms = new(watch);

    /// <param name="comment">A youtube#comment.</param>
    /// <param name="channel">The brand's channel, where the list is one of its own.</param>
    /// <param name="thread">The youtube#commentThread around it, which has the number of replies.</param>
    public NetworkItem? Comment(JsonElement comment, string? channel, JsonElement? thread)
    {
        var id = comment.Required("id");
        var snippet = comment.At("snippet");
        var published = snippet.Time("publishedAt");
        var authorId = snippet.Text("authorChannelId", "value");
        var name = snippet.Text("authorDisplayName");
        var isOwn = (authorId is not null && (own.Contains(authorId) || authorId == channel)) || (name is not null && own.Contains(name));
        var text = PlainText.FromHtml(snippet.Text("textOriginal") is { } original ? System.Net.WebUtility.HtmlEncode(original) : snippet.Text("textDisplay"));
        if (!isOwn && terms.Excludes(text)) return null;
        var video = snippet.Text("videoId");
        var updated = snippet.TimeOrNull("updatedAt");
        return new NetworkItem(new Mention
        {
            Source = "youtube",
            Id = id,
            Text = text,
            CreatedAt = published,
            Author = new MentionAuthor(authorId, name),
            Url = video is null ? null : $"https://www.youtube.com/watch?v={video}&lc={id}",
            ReplyTo = snippet.Text("parentId") ?? video,
            Engagement = new Engagement(snippet.Count("likeCount"), 0, thread?.Count("snippet", "totalReplyCount") ?? 0),
            Own = isOwn,
        })
        {
            EditedAt = updated > published ? updated : null,
        };
    }

    /// <summary>A search result, or a youtube#video with its statistics.</summary>
    public NetworkItem? Video(JsonElement video, string? id)
    {
        if (string.IsNullOrEmpty(id)) throw new FormatException("'id' is missing.");
        var snippet = video.At("snippet");
        var published = snippet.Time("publishedAt");
        var text = PlainText.FromHtml($"{snippet.Text("title")}\n{snippet.Text("description")}");
        var channel = snippet.Text("channelId");
        var title = snippet.Text("channelTitle");
        var isOwn = channel is not null && own.Contains(channel);
        if (!isOwn && terms.Excludes(text)) return null;
        var language = snippet.Text("defaultAudioLanguage") ?? snippet.Text("defaultLanguage");
        return new NetworkItem(new Mention
        {
            Source = "youtube",
            Id = id,
            Text = text,
            CreatedAt = published,
            Language = language is { Length: >= 2 } ? language[..2].ToLowerInvariant() : null,
            Author = new MentionAuthor(channel, title),
            Url = $"https://www.youtube.com/watch?v={id}",
            Engagement = new Engagement(video.Count("statistics", "likeCount"), 0, video.Count("statistics", "commentCount")),
            Own = isOwn,
        });
    }
}

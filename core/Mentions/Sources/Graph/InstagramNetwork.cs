using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Graph;

/// <summary>
/// Instagram's professional accounts (developers.facebook.com/docs/instagram-platform: IG User media and tags, IG Media
/// comments, IG Comment). Mentions in other people's captions and stories come by Meta's webhooks only: push them.
/// </summary>
public sealed class InstagramNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : GraphNetwork(ports, watch, settings)
{
    private const string MediaFields = "id,caption,permalink,timestamp,username,like_count,comments_count";
    private const string CommentFields = "id,text,timestamp,username,from,like_count,parent_id";
    public override string Name => "Instagram";

    protected override string Permissions => "instagram_basic, instagram_manage_comments and pages_read_engagement";

    /// <summary>
    /// A comment's: nothing in an id tells a comment from a media. A media refuses fields that it does not have, and so
    /// shows that it is there; its caption and counts come with the lists.
    /// </summary>
    protected override string FieldsOf(string id) => CommentFields;

    protected override string PathOf(NetworkStream stream) => stream.Kind switch
    {
        PostsKey => $"{Account}/media?fields={MediaFields}",
        "tags" => $"{Account}/tags?fields={MediaFields}",
        _ => $"{stream.Id}/comments?fields={CommentFields},replies{{{CommentFields}}}",
    };

    /// <summary>Answers to a comment come with it, and stand where it stands.</summary>
    protected override NetworkPage ReadPage(NetworkStream stream, JsonElement list, string where)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var page = base.ReadPage(stream, list, where);
        if (stream.Kind != CommentsKind) return page;
        List<NetworkItem> all = [.. page.Items];
        foreach (var comment in list.Items())
        {
            if (comment.TimeOrNull("timestamp") is not { } at) continue;
            var replies = comment.At("replies", "data").Read(where, e => ReadItem(stream, e, comment.Text("id")));
            all.InsertRange(0, replies.Items.Select(r => r with { SortedAt = at }));
            page = page with { Faults = [.. page.Faults, .. replies.Faults] };
        }

        return page with { Items = all };
    }

    /// <summary>A media has a caption and an address, a comment a text and perhaps a parent; the rest is the same.</summary>
    protected override NetworkItem? ReadItem(NetworkStream stream, JsonElement item, string? parent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var id = item.Required("id");
        var created = item.Time("timestamp");
        var name = item.Text("from", "username") ?? item.Text("username");
        var text = PlainText.Clean(item.Text("text") ?? item.Text("caption"));
        var mine = stream.Kind == PostsKey;
        var own = mine || (name is not null && Accounts.Any(a => string.Equals(a.TrimStart('@'), name, StringComparison.OrdinalIgnoreCase)));
        if (!own && Terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = Type,
            Id = id,
            Text = text,
            CreatedAt = created,
            Author = new MentionAuthor(mine ? Account : item.Text("from", "id") ?? name, name),
            Url = item.Text("permalink"),
            ReplyTo = item.Text("parent_id") ?? parent,
            Engagement = new Engagement(item.Count("like_count"), 0, item.Count("comments_count")),
            Own = own,
        });
    }
}

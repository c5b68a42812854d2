using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Graph;

/// <summary>
/// Facebook pages (developers.facebook.com/docs/graph-api/reference: page/feed, page/tagged, object/comments, comment):
/// what stands on the page, comments of all levels under its newest posts, and posts that tag it.
/// </summary>
public sealed class FacebookNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : GraphNetwork(ports, watch, settings)
{
    private const string CommentFields = "id,message,created_time,from,like_count,comment_count,permalink_url,parent{id}";
    private const string PostFields = "id,message,created_time,from,permalink_url,shares";
    public override string Name => "Facebook";

    protected override string Permissions => "pages_read_engagement and pages_read_user_content";

    /// <summary>A post of the page begins with the page's number; a post of somebody else has no like_count, and is left as it is.</summary>
    protected override string FieldsOf(string id) => id.StartsWith(Account + "_", StringComparison.Ordinal) ? PostFields : CommentFields;

    protected override string PathOf(NetworkStream stream) => stream.Kind switch
    {
        PostsKey => $"{Account}/feed?fields={PostFields}",
        "tags" => $"{Account}/tagged?fields={PostFields}",
        _ => $"{stream.Id}/comments?filter=stream&order=reverse_chronological&fields={CommentFields}",
    };

    protected override NetworkItem? ReadItem(NetworkStream stream, JsonElement item, string? parent)
    {
        var id = item.Required("id");
        var created = item.Time("created_time");
        var from = item.Text("from", "id");
        var text = PlainText.Clean(item.Text("message"));
        var own = from == Account;
        if (!own && Terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = Type,
            Id = id,
            Text = text,
            CreatedAt = created,
            Author = new MentionAuthor(from, item.Text("from", "name")),
            Url = item.Text("permalink_url"),
            ReplyTo = item.Text("parent", "id") ?? parent,
            Engagement = new Engagement(item.Count("like_count"), item.Count("shares", "count"), item.Count("comment_count")),
            Own = own,
        });
    }
}

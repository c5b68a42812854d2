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
    private readonly WatchTerms terms = new(watch);

    public override string Name => "Instagram";

    protected override Uri Api => new("https://graph.facebook.com");

    protected override string Permissions => "instagram_basic, instagram_manage_comments and pages_read_engagement";

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known) =>
        [new("posts", ""), new("tags", ""), .. CommentStreams(known)];

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return RequestAsync(stream.Kind switch
        {
            "posts" => $"{Account}/media?fields={MediaFields}&{Page(ask)}",
            "tags" => $"{Account}/tags?fields={MediaFields}&{Page(ask)}",
            _ => $"{stream.Id}/comments?fields={CommentFields},replies{{{CommentFields}}}&{Page(ask)}",
        }, cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = reply.Json(Name);
        var root = json.RootElement;
        var where = $"{Name}, {stream.Name}";
        if (stream.Kind != "comments on")
        {
            var media = root.At("data").Read(where, e => Media(e, own: stream.Kind == "posts"), NextOf(root));
            return stream.Kind == "posts" ? Teach(media, root) : media;
        }

        var page = root.At("data").Read(where, e => ReadItem(e, stream.Id), NextOf(root));
        List<NetworkItem> all = [.. page.Items];
        foreach (var comment in root.At("data").Items())
        {
            if (comment.TimeOrNull("timestamp") is not { } at) continue;
            var replies = comment.At("replies", "data").Read(where, e => ReadItem(e, comment.Text("id")));
            all.InsertRange(0, replies.Items.Select(r => r with { SortedAt = at }));
            page = page with { Faults = [.. page.Faults, .. replies.Faults] };
        }

        return page with { Items = all };
    }

    protected override NetworkItem? ReadItem(JsonElement item, string? parent)
    {
        var id = item.Required("id");
        var created = item.Time("timestamp");
        var name = item.Text("from", "username") ?? item.Text("username");
        var text = PlainText.Clean(item.Text("text"));
        var own = IsOwn(name);
        if (!own && terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = Type,
            Id = id,
            Text = text,
            CreatedAt = created,
            Author = new MentionAuthor(item.Text("from", "id") ?? name, name),
            ReplyTo = item.Text("parent_id") ?? parent,
            Engagement = new Engagement(item.Count("like_count"), 0, 0),
            Own = own,
        });
    }

    private NetworkItem? Media(JsonElement media, bool own)
    {
        var id = media.Required("id");
        var created = media.Time("timestamp");
        var name = media.Text("username");
        var text = PlainText.Clean(media.Text("caption"));
        if (!own && terms.Excludes(text)) return null;
        return new NetworkItem(new Mention
        {
            Source = Type,
            Id = id,
            Text = text,
            CreatedAt = created,
            Author = new MentionAuthor(own ? Account : name, name),
            Url = media.Text("permalink"),
            Engagement = new Engagement(media.Count("like_count"), 0, media.Count("comments_count")),
            Own = own || IsOwn(name),
        });
    }

    private bool IsOwn(string? name) => name is not null && Accounts.Any(a => string.Equals(a.TrimStart('@'), name, StringComparison.OrdinalIgnoreCase));
}

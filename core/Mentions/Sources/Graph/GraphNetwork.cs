using System.Net.Http.Headers;
using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Graph;

/// <summary>
/// What Instagram and Facebook have in common: Meta's Graph API (developers.facebook.com/docs/graph-api: paginated
/// results, handling errors, rate limiting).
/// </summary>
public abstract class GraphNetwork : Network
{
    /// <summary>
    /// 4,800 calls in 24 hours for each person engaged with the account; so few are always granted, and the usage header
    /// tells when it would get tight.
    /// </summary>
    public const int CallsADay = 4_800;

    /// <summary>Of them, calls an hour for asking again by id; the rest of the day's is the pulls'.</summary>
    public const int LookupCallsAnHour = 30;

    protected const int PageSize = 50;

    /// <summary>Comments are looked for under so many of the newest posts: with two lists, 14 calls a round, 4,032 a day at 5 minutes.</summary>
    private const int MostPosts = 12;

    protected const string PostsKey = "posts", CommentsKind = "comments on";

    private static readonly Uri Api = new("https://graph.facebook.com");
    private static readonly NetworkStream Lookup = new("lookup", "");

    private readonly GraphLookup _lookup;

    protected GraphNetwork(SourcePorts ports, Watch watch, SourceSettings settings)
        : base(ports, watch, settings)
    {
        Terms = new WatchTerms(watch);
        _lookup = new GraphLookup(this, Account);
    }

    protected string Account => Field("account") ?? "";

    protected WatchTerms Terms { get; }

    /// <summary>The account's own posts, where it is tagged, and the comments under its newest posts.</summary>
    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known) =>
        [new(PostsKey, ""), new("tags", ""), .. CommentStreams(known)];

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return RequestAsync($"{PathOf(stream)}&limit={PageSize}" + (ask.Token is null ? "" : $"&after={Uri.EscapeDataString(ask.Token)}"), cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = reply.Json(Name);
        var root = json.RootElement;
        var page = ReadPage(stream, root.At("data"), $"{Name}, {stream.Name}") with { Next = NextOf(root) };
        return stream.Kind == PostsKey ? Teach(page, root) : page;
    }

    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) => [Calls(1)];

    /// <summary>Each call of a batch counts as one, and one asks for the account.</summary>
    public override IReadOnlyList<QuotaCharge> LookupCharges(int ids) =>
        [Calls(ids + 1), new($"graph|{Account}|{Field("token")}|lookup", QuotaLimit.Every(TimeSpan.FromHours(1), LookupCallsAnHour), ids + 1)];

    /// <summary>A batch may have 50 calls; more than this the hour's lookups don't allow.</summary>
    public override int LookupSize => 25;

    public override async ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        new(HttpMethod.Post, new Uri(Api, $"/{Version}/")) { Content = _lookup.Ask(ids.Select(id => $"{id}?fields={FieldsOf(id)}"), await TokenAsync(cancellation)) };

    public override NetworkFound ReadFound(IReadOnlyList<string> ids, NetworkReply reply) => _lookup.Read(ids, reply, item => ReadItem(Lookup, item, null));

    /// <summary>From 95 percent of any of its counts the account is left alone until the hour that the header names, or one hour.</summary>
    public override QuotaNews? News(NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if ((reply.Header("X-Business-Use-Case-Usage") ?? reply.Header("X-App-Usage")) is not { } text) return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            var uses = json.RootElement.EnumerateObject().SelectMany(m => m.Value.ValueKind == JsonValueKind.Array ? m.Value.Items() : [json.RootElement]).ToList();
            var percent = uses.Select(u => Math.Max(u.Count("call_count"), Math.Max(u.Count("total_cputime"), u.Count("total_time")))).DefaultIfEmpty().Max();
            var minutes = uses.Select(u => u.Count("estimated_time_to_regain_access")).DefaultIfEmpty().Max();
            if (percent < 95 && minutes == 0) return null;
            return new QuotaNews(0, Ports.Clock.GetUtcNow().AddMinutes(minutes > 0 ? minutes : 60));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The Graph API says in the error's code what the status doesn't.</summary>
    public override SourceException? Refuse(NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        int code, sub;
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            (code, sub) = (json.RootElement.Count("error", "code"), json.RootElement.Count("error", "error_subcode"));
        }
        catch (JsonException)
        {
            return null;
        }

        return code switch
        {
            190 or 102 or 463 or 467 => new SourceException(SourceFailure.Credential, $"{Name} refused the token: it has expired or was revoked. Make a new one and renew the secret."),
            10 or (>= 200 and <= 299) or 3 => new SourceException(SourceFailure.Permission, $"The token lacks a permission at {Name}. Grant {Permissions}."),
            4 or 17 or 32 or 613 or (>= 80_000 and <= 80_014) => new SourceException(SourceFailure.Throttled, $"{Name} asked for a pause.", TimeSpan.FromHours(1)),
            100 when sub == 33 => new SourceException(SourceFailure.Gone, $"{Name} has no such account, or the token doesn't see it. Check 'account'."),
            1 or 2 => new SourceException(SourceFailure.Unavailable, $"{Name} is in trouble. It will be tried again."),
            _ => null,
        };
    }

    protected abstract string Permissions { get; }

    /// <summary>What to ask a mention for by its id.</summary>
    protected abstract string FieldsOf(string id);

    /// <summary>The edge and its fields, without the page.</summary>
    protected abstract string PathOf(NetworkStream stream);

    /// <param name="item">A comment, post or media.</param>
    /// <param name="parent">The post or media that it stands under.</param>
    protected abstract NetworkItem? ReadItem(NetworkStream stream, JsonElement item, string? parent);

    protected virtual NetworkPage ReadPage(NetworkStream stream, JsonElement list, string where)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return list.Read(where, e => ReadItem(stream, e, stream.Id));
    }

    /// <summary>The cursor of the next page, while there is one.</summary>
    private static string? NextOf(JsonElement root) => root.Text("paging", "next") is null ? null : root.Text("paging", "cursors", "after");

    /// <summary>The token goes in a header, so that it stands in no log of addresses.</summary>
    private async ValueTask<HttpRequestMessage> RequestAsync(string call, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Api, $"/{Version}/{call}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellation));
        return request;
    }

    private string Version => Field("version") ?? "v25.0";

    private ValueTask<string> TokenAsync(CancellationToken cancellation) => Ports.Secrets.NeedAsync(Field("token") ?? "", cancellation);

    private QuotaCharge Calls(int count) => new($"graph|{Account}|{Field("token")}", QuotaLimit.Every(TimeSpan.FromDays(1), CallsADay), count);

    /// <summary>The streams of the newest of the account's posts, as the list of posts taught them.</summary>
    private static IEnumerable<NetworkStream> CommentStreams(IReadOnlyDictionary<string, string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.TryGetValue(PostsKey, out var ids)
            ? ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostPosts).Select(id => new NetworkStream(CommentsKind, id) { Id = id })
            : [];
    }

    /// <summary>The first page of the account's posts, newest first, is what comments are looked for under.</summary>
    private static NetworkPage Teach(NetworkPage page, JsonElement root)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (root.Text("paging", "cursors", "before") is null && page.Items.Count == 0) return page;
        var ids = string.Join(',', root.At("data").Items().Select(e => e.Text("id")).Where(i => i is not null).Take(MostPosts));
        return page with { Learned = new Dictionary<string, string> { [PostsKey] = ids } };
    }
}

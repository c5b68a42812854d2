using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Bluesky;

/// <summary>
/// Bluesky over XRPC (lexicons app.bsky.feed.searchPosts, getAuthorFeed, getPosts, app.bsky.notification.
/// listNotifications, com.atproto.server.createSession; docs.bsky.app, rate limits). With an app password through the
/// account's own server, else at the public AppView.
/// </summary>
public sealed class BlueskyNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private const int PageSize = 100;

    /// <summary>Access tokens hold about two hours.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(90);

    private readonly BlueskyPost reader = new(watch);

    public override string Name => "Bluesky";

    /// <summary>25 by app.bsky.feed.getPosts.</summary>
    public override int LookupSize => 25;

    private bool SignsIn => Field("password") is not null;

    private Uri Server => new(Field("server") ?? (SignsIn ? "https://bsky.social" : "https://public.api.bsky.app"));

    private string Session => $"bluesky|{Server.Authority}|{Field("handle")}|{Field("password")}";

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known)
    {
        var streams = new List<NetworkStream>();
        foreach (var account in Accounts.Select(a => a.TrimStart('@')))
        {
            streams.Add(new NetworkStream("posts of", account));

            // The brand's own notifications hold replies and quotes, too; of another account only the mentions can be searched.
            var own = SignsIn && string.Equals(Field("handle")!.TrimStart('@'), account, StringComparison.OrdinalIgnoreCase);
            streams.Add(own ? new NetworkStream("notifications", "") : new NetworkStream("search", '@' + account));
        }

        streams.AddRange(Watch.Terms.Select(t => new NetworkStream("search", t)));
        return [.. streams.DistinctBy(s => s.Key)];
    }

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var page = $"limit={PageSize}" + (ask.Token is null ? "" : $"&cursor={Uri.EscapeDataString(ask.Token)}");
        var until = ask.Until is { } time ? $"&until={Time(time.AddMilliseconds(1))}" : "";
        return RequestAsync(stream.Kind switch
        {
            "posts of" => $"app.bsky.feed.getAuthorFeed?actor={Uri.EscapeDataString(stream.Query)}&filter=posts_with_replies&{page}",
            "notifications" => $"app.bsky.notification.listNotifications?reasons=mention&reasons=reply&reasons=quote&{page}",
            _ => $"app.bsky.feed.searchPosts?q={Uri.EscapeDataString(Quoted(stream.Query))}&sort=latest&since={Time(ask.Floor)}{until}&{page}",
        }, cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = reply.Json(Name);
        var root = json.RootElement;
        var next = root.Text("cursor");
        var where = $"{Name}, {stream.Name}";
        return stream.Kind switch
        {
            "posts of" => root.At("feed").Read(where, e => e.At("reason").ValueKind == JsonValueKind.Object ? null : reader.Read(e.At("post")), next),
            "notifications" => root.At("notifications").Read(where, e => e.Text("reason") is "mention" or "reply" or "quote" ? reader.Read(e) : null, next),
            _ => root.At("posts").Read(where, e => reader.Read(e), next),
        };
    }

    public override ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        RequestAsync("app.bsky.feed.getPosts?" + string.Join('&', ids.Select(i => "uris=" + Uri.EscapeDataString(i))), cancellation);

    public override IReadOnlyList<NetworkItem> ReadFound(NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return json.RootElement.At("posts").Read(Name, e => reader.Read(e)).Items;
    }

    /// <summary>3,000 requests in 5 minutes, by address.</summary>
    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) =>
        [new($"bluesky|{Server.Authority}", QuotaLimit.Every(TimeSpan.FromMinutes(5), 3_000), 1)];

    public override QuotaNews? News(NetworkReply reply) =>
        QuotaNews.Read(reply, "ratelimit-remaining", "ratelimit-reset", ResetForm.UnixSeconds, Ports.Clock.GetUtcNow());

    /// <summary>XRPC names the error in the body; an expired token comes with status 400.</summary>
    public override SourceException? Refuse(NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return (reply.Status, ErrorOf(reply)) switch
        {
            (400, "ExpiredToken" or "InvalidToken") or (401, _) => new SourceException(SourceFailure.Credential, "Bluesky refused the sign-in. Make a new app password and renew the secret."),
            (400, "AccountTakedown" or "AccountDeactivated" or "NotFound") => new SourceException(SourceFailure.Gone, "Bluesky says that the account is not there (any more)."),
            (403, _) => new SourceException(SourceFailure.Permission, "Bluesky doesn't allow this without signing in. Give the source a handle and an app password."),
            _ => null,
        };
    }

    public override bool RenewAccess(NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return (reply.Status == 401 || ErrorOf(reply) is "ExpiredToken" or "InvalidToken") && Ports.Tokens.Forget(Session);
    }

    private static string? ErrorOf(NetworkReply reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            return json.RootElement.Text("error");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async ValueTask<HttpRequestMessage> RequestAsync(string call, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server, "/xrpc/" + call));
        if (SignsIn) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Ports.Tokens.GetAsync(Session, SignInAsync, cancellation));
        return request;
    }

    private async ValueTask<AccessToken> SignInAsync(CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["identifier"] = Field("handle")!.TrimStart('@'),
            ["password"] = await Ports.Secrets.NeedAsync(Field("password")!, cancellation),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server, "/xrpc/com.atproto.server.createSession"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var json = (await SendAsync(request, cancellation)).Json(Name);
        var token = json.RootElement.Text("accessJwt") ?? throw new SourceException(SourceFailure.Malformed, "Bluesky's sign-in gave no token.");
        return new AccessToken(token, Ports.Clock.GetUtcNow() + TokenLife);
    }

    private static string Quoted(string term) => term.Contains(' ', StringComparison.Ordinal) ? $"\"{term}\"" : term;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
}

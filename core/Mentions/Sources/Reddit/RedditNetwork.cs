using System.Net.Http.Headers;
using System.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reddit;

/// <summary>
/// Reddit's Data API (reddit.com/dev/api: listings, search, info; Data API wiki: limits, User-Agent) with an app's own
/// credentials. Posts by term over all of Reddit; posts and comments of the named subreddits, of which those that name
/// a term are kept, since comments can't be searched.
/// </summary>
public sealed class RedditNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private const int PageSize = 100;

    /// <summary>A search's text may have 512 characters.</summary>
    private const int LongestQuery = 500;

    private readonly RedditThing reader = new(watch);

    public override string Name => "Reddit";

    public override int LookupSize => 100;

    private string Credential => $"reddit|{Field("clientId")}";

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known)
    {
        var streams = new List<NetworkStream>();
        foreach (var account in Accounts) streams.Add(new NetworkStream("posts of", account.TrimStart('@', '/').Replace("u/", "", StringComparison.Ordinal)));
        foreach (var query in SearchText.Combine(Watch.Terms, " OR ", LongestQuery)) streams.Add(new NetworkStream("search", query));
        foreach (var name in List("subreddits").Select(s => s.Replace("r/", "", StringComparison.Ordinal).Trim('/')))
        {
            streams.Add(new NetworkStream("posts in", name));
            streams.Add(new NetworkStream("comments in", name));
        }

        return [.. streams.DistinctBy(s => s.Key)];
    }

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var page = $"limit={PageSize}&raw_json=1" + (ask.Token is null ? "" : $"&after={Uri.EscapeDataString(ask.Token)}");
        var name = Uri.EscapeDataString(stream.Query);
        return RequestAsync(stream.Kind switch
        {
            "posts of" => $"/user/{name}/overview?sort=new&{page}",
            "posts in" => $"/r/{name}/new?{page}",
            "comments in" => $"/r/{name}/comments?{page}",
            _ => $"/search?q={name}&sort=new&type=link&t=week&{page}",
        }, cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = reply.Json(Name);
        var data = json.RootElement.At("data");
        var everything = stream.Kind is "posts in" or "comments in";
        return data.At("children").Read($"{Name}, {stream.Name}", e => reader.Read(e.At("data"), everything), data.Text("after"));
    }

    public override ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        RequestAsync($"/api/info?raw_json=1&id={string.Join(',', ids)}", cancellation);

    public override IReadOnlyList<NetworkItem> ReadFound(NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return json.RootElement.At("data", "children").Read(Name, e => reader.Read(e.At("data"), onlyTerms: false)).Items;
    }

    /// <summary>100 requests a minute for an OAuth client, measured over ten minutes.</summary>
    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) => [new(Credential, QuotaLimit.Every(TimeSpan.FromMinutes(10), 1_000), 1)];

    public override QuotaNews? News(NetworkReply reply) =>
        QuotaNews.Read(reply, "x-ratelimit-remaining", "x-ratelimit-reset", ResetForm.Seconds, Ports.Clock.GetUtcNow());

    public override bool RenewAccess(NetworkReply reply) => reply?.Status == 401 && Ports.Tokens.Forget(Credential);

    private async ValueTask<HttpRequestMessage> RequestAsync(string path, CancellationToken cancellation)
    {
        var request = Named(new HttpRequestMessage(HttpMethod.Get, "https://oauth.reddit.com" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Ports.Tokens.GetAsync(Credential, SignInAsync, cancellation));
        return request;
    }

    private async ValueTask<AccessToken> SignInAsync(CancellationToken cancellation)
    {
        var secret = await Ports.Secrets.NeedAsync(Field("clientSecret") ?? "", cancellation);
        using var request = Named(new HttpRequestMessage(HttpMethod.Post, "https://www.reddit.com/api/v1/access_token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        });
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Field("clientId")}:{secret}")));
        using var json = (await SendAsync(request, cancellation)).Json(Name);

        // A wrong grant comes as a success with an error in it.
        var token = json.RootElement.Text("access_token") ?? throw new SourceException(
            SourceFailure.Credential, $"Reddit gave no token: {json.RootElement.Text("error") ?? "no reason said"}. Check clientId and clientSecret.");
        return new AccessToken(token, Ports.Clock.GetUtcNow().AddSeconds(Math.Max(120, json.RootElement.Count("expires_in"))));
    }

    /// <summary>The form that Reddit's rules prescribe: platform:app:version (by /u/name).</summary>
    private HttpRequestMessage Named(HttpRequestMessage request)
    {
        var contact = Field("contact")?.TrimStart('/').Replace("u/", "", StringComparison.Ordinal);
        request.Headers.TryAddWithoutValidation("User-Agent", $"dotnet:crisis-serverless:v1.0 (by /u/{contact})");
        return request;
    }
}

using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Mastodon;

/// <summary>
/// Mastodon's REST API (docs.joinmastodon.org: methods/search, timelines, accounts, notifications, statuses; API rate
/// limits). Terms by search, hashtags by their timelines, own posts by account, replies and mentions by the brand's
/// notifications.
/// </summary>
public sealed partial class MastodonNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private const int PageSize = 40;

    private readonly Uri server = new(settings.Fields.GetValueOrDefault("server", "https://invalid.example"));
    private readonly MastodonStatus reader = new(watch, new Uri(settings.Fields.GetValueOrDefault("server", "https://invalid.example")).Host);

    public override string Name => server.Host;

    /// <summary>20 by DEFAULT_STATUSES_LIMIT of GET /api/v1/statuses (Mastodon 4.3 and newer).</summary>
    public override int LookupSize => 20;

    public override bool Knows(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.EndsWith('@' + server.Host, StringComparison.Ordinal);
    }

    private string? Token => Field("token");

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var streams = new List<NetworkStream>();
        foreach (var account in Accounts)
        {
            var lookup = new NetworkStream("account", account) { Once = true };
            streams.Add(lookup);
            if (known.TryGetValue(lookup.Key, out var id)) streams.Add(new NetworkStream("posts of", account) { Id = id });
        }

        if (Token is not null && Accounts.Count > 0 && Field("mentions") != "false") streams.Add(new NetworkStream("notifications", ""));
        foreach (var term in Watch.Terms)
        {
            if (term.StartsWith('#') || Token is null) streams.Add(new NetworkStream("tag", TagOf(term)));
            else streams.Add(new NetworkStream("search", term));
        }

        return [.. streams.DistinctBy(s => s.Key)];
    }

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var page = $"limit={PageSize}" + (ask.Token is null ? "" : $"&max_id={Uri.EscapeDataString(ask.Token)}");
        return RequestAsync(stream.Kind switch
        {
            "account" => $"/api/v1/accounts/lookup?acct={Uri.EscapeDataString(stream.Query.TrimStart('@'))}",
            "posts of" => $"/api/v1/accounts/{stream.Id}/statuses?exclude_reblogs=true&{page}",
            "notifications" => $"/api/v1/notifications?types[]=mention&{page}",
            "tag" => $"/api/v1/timelines/tag/{Uri.EscapeDataString(stream.Query)}?{page}",
            _ => $"/api/v2/search?type=statuses&q={Uri.EscapeDataString(Quoted(stream.Query))}&{page}",
        }, cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = reply.Json(Name);
        var root = json.RootElement;
        if (stream.Once)
        {
            var id = root.Text("id") ?? throw new SourceException(SourceFailure.Malformed, $"{Name} gave no id for {stream.Query}.");
            return NetworkPage.Empty with { Learned = new Dictionary<string, string> { [stream.Key] = id } };
        }

        var list = stream.Kind == "search" ? root.At("statuses") : root;
        var page = list.Read($"{Name}, {stream.Name}", e => reader.Read(stream.Kind == "notifications" ? e.At("status") : e));
        return page with { Next = NextOf(reply) ?? LastOf(list) };
    }

    public override ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        RequestAsync("/api/v1/statuses?" + string.Join('&', ids.Select(i => "id[]=" + Uri.EscapeDataString(i.Split('@')[0]))), cancellation);

    public override IReadOnlyList<NetworkItem> ReadFound(NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return json.RootElement.Read(Name, e => reader.Read(e)).Items;
    }

    /// <summary>300 requests in 5 minutes, by account and by address.</summary>
    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) =>
        [new($"mastodon|{server.Authority}|{Token}", QuotaLimit.Every(TimeSpan.FromMinutes(5), 300), 1)];

    public override QuotaNews? News(NetworkReply reply) =>
        QuotaNews.Read(reply, "X-RateLimit-Remaining", "X-RateLimit-Reset", ResetForm.Iso, Ports.Clock.GetUtcNow());

    /// <summary>A server asks for a token on every stream; <c>stream: false</c> leaves it at polling.</summary>
    public override bool Listens => Token is not null && Field("stream") != "false" && ListeningPaths.Count > 0;

    public override Task ListenAsync(Func<SourcePage, CancellationToken, ValueTask> told, CancellationToken cancellation) => Task.WhenAll(
        ListeningPaths.Select(path => new MastodonListener(Ports, server, Token!, path, reader, new WatchTerms(Watch)).RunAsync(told, cancellation)));

    /// <summary>One connection a hashtag, and one for what concerns the brand's account. There is no stream of a search.</summary>
    private List<string> ListeningPaths =>
    [
        .. Watch.Terms.Where(t => t.StartsWith('#')).Select(t => $"hashtag?tag={Uri.EscapeDataString(TagOf(t))}").Distinct(StringComparer.Ordinal),
        .. Accounts.Count > 0 && Field("mentions") != "false" ? ["user"] : Array.Empty<string>(),
    ];

    private async ValueTask<HttpRequestMessage> RequestAsync(string path, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Ports.Secrets.NeedAsync(Token, cancellation));
        return request;
    }

    /// <summary>The next page's max_id from the Link header; search has none, there the last id of a full page is it.</summary>
    private static string? NextOf(NetworkReply reply)
    {
        var link = reply.Header("Link");
        return link is not null && NextLink().Match(link) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;
    }

    private static string? LastOf(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() < PageSize) return null;
        return list[list.GetArrayLength() - 1].Text("id");
    }

    private static string TagOf(string term) => string.Concat(term.Where(c => char.IsLetterOrDigit(c) || c == '_'));

    private static string Quoted(string term) => term.Contains(' ', StringComparison.Ordinal) ? $"\"{term}\"" : term;

    [GeneratedRegex("[?&]max_id=([^&>]+)[^>]*>;\\s*rel=\"next\"")]
    private static partial Regex NextLink();
}

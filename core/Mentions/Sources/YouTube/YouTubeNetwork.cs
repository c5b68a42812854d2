using System.Globalization;
using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.YouTube;

/// <summary>
/// YouTube Data API v3 (developers.google.com/youtube/v3/docs: commentThreads.list, comments.list, search.list,
/// videos.list, channels.list, errors; determine_quota_cost). A list costs 1 unit, a search 100, a project has 10,000 a
/// day: comments are asked for at every pull, searches so rarely that they use at most half of the day's units.
/// </summary>
public sealed class YouTubeNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private const string Api = "https://www.googleapis.com/youtube/v3/";
    private const int SearchCost = 100;
    private const int LongestQuery = 400;

    private readonly YouTubeReader reader = new(watch);

    public override string Name => "YouTube";

    public override int LookupSize => 50;

    private int Quota => int.TryParse(Field("quota"), NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? units : 10_000;

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var streams = new List<NetworkStream>();
        foreach (var account in Accounts)
        {
            var id = account.StartsWith("UC", StringComparison.Ordinal) ? account : null;
            var lookup = new NetworkStream("channel", account) { Once = true };
            if (id is null) streams.Add(lookup);
            if (id is not null || known.TryGetValue(lookup.Key, out id)) streams.Add(new NetworkStream("comments on", account) { Id = id });
        }

        streams.AddRange(List("videos").Select(v => new NetworkStream("comments on video", v)));
        if (Field("search") == "false") return streams;
        var queries = SearchText.Combine(Watch.Terms, "|", LongestQuery);
        var every = TimeSpan.FromDays(1) / Math.Max(1, Quota / 2.0 / SearchCost / Math.Max(1, queries.Count));
        streams.AddRange(queries.Select(q => new NetworkStream("search", q) { Every = every }));
        return streams;
    }

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var page = ask.Token is null ? "" : $"&pageToken={Uri.EscapeDataString(ask.Token)}";
        var query = Uri.EscapeDataString(stream.Query);
        return RequestAsync(stream.Kind switch
        {
            "channel" => $"channels?part=id&forHandle={query}",
            "comments on" => $"commentThreads?part=snippet,replies&allThreadsRelatedToChannelId={stream.Id}&order=time&textFormat=plainText&maxResults=100{page}",
            "comments on video" => $"commentThreads?part=snippet,replies&videoId={query}&order=time&textFormat=plainText&maxResults=100{page}",
            _ => $"search?part=snippet&type=video&order=date&maxResults=50&q={query}&publishedAfter={Time(ask.Floor)}"
                + (ask.Until is { } until ? $"&publishedBefore={Time(until.AddSeconds(1))}" : "") + page,
        }, cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = reply.Json(Name);
        var items = json.RootElement.At("items");
        var next = json.RootElement.Text("nextPageToken");
        var where = $"{Name}, {stream.Name}";
        switch (stream.Kind)
        {
            case "channel":
                var id = items.Items().FirstOrDefault().Text("id") ?? throw new SourceException(SourceFailure.Gone, $"YouTube has no channel {stream.Query}.");
                return NetworkPage.Empty with { Learned = new Dictionary<string, string> { [stream.Key] = id } };
            case "search":
                return items.Read(where, e => reader.Video(e, e.Text("id", "videoId")), next);
            default:
                return Threads(items, where, stream.Id, next);
        }
    }

    public override string LookupKind(string id) => id is { Length: 11 } ? "videos" : "comments";

    public override ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var joined = string.Join(',', ids.Select(Uri.EscapeDataString));
        return RequestAsync(LookupKind(ids[0]) == "videos" ? $"videos?part=snippet,statistics&id={joined}" : $"comments?part=snippet&textFormat=plainText&id={joined}", cancellation);
    }

    public override IReadOnlyList<NetworkItem> ReadFound(NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return json.RootElement.At("items").Read(Name, e => e.Text("kind") == "youtube#video" ? reader.Video(e, e.Text("id")) : reader.Comment(e, null, null)).Items;
    }

    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) =>
        [new($"youtube|{Field("key")}", Day, stream?.Kind == "search" ? SearchCost : 1)];

    public override SourceException? Refuse(NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var now = Ports.Clock.GetUtcNow();
        return ReasonOf(reply) switch
        {
            "quotaExceeded" or "dailyLimitExceeded" => new SourceException(SourceFailure.Throttled, "YouTube's units of the day are used up; they begin anew at midnight Pacific time.", Day.EndOf(now) - now),
            "rateLimitExceeded" or "userRateLimitExceeded" => new SourceException(SourceFailure.Throttled, "YouTube asked for a pause.", TimeSpan.FromMinutes(1)),
            "keyInvalid" or "keyExpired" or "API_KEY_INVALID" => new SourceException(SourceFailure.Credential, "YouTube refused the API key. Make a new one and renew the secret."),
            "accessNotConfigured" => new SourceException(SourceFailure.Permission, "The key's project has not enabled the YouTube Data API v3. Enable it in the Google console."),
            "commentsDisabled" => new SourceException(SourceFailure.Gone, "Comments are switched off there."),
            _ => null,
        };
    }

    private QuotaLimit Day => new(Quota, QuotaPeriod.PacificDay) { Paced = true };

    private NetworkPage Threads(JsonElement items, string where, string? channel, string? next)
    {
        var page = items.Read(where, e => reader.Comment(e.At("snippet", "topLevelComment"), channel, e), next);
        List<NetworkItem> all = [.. page.Items];
        var number = 0;
        foreach (var thread in items.Items())
        {
            number++;
            if (thread.TimeOrNull("snippet", "topLevelComment", "snippet", "publishedAt") is not { } at) continue;
            var replies = thread.At("replies", "comments").Read($"{where}, item {number}", e => reader.Comment(e, channel, null));

            // A reply stands where its thread stands: before the last top-level comment, whose place ends the page.
            all.InsertRange(0, replies.Items.Select(r => r with { SortedAt = at }));
            page = page with { Faults = [.. page.Faults, .. replies.Faults] };
        }

        return page with { Items = all };
    }

    private static string? ReasonOf(NetworkReply reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            var error = json.RootElement.At("error");
            return error.At("details").Items().Select(d => d.Text("reason")).FirstOrDefault(r => r is "API_KEY_INVALID")
                ?? error.At("errors").Items().Select(e => e.Text("reason")).FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The key goes in a header, so that it stands in no log of addresses.</summary>
    private async ValueTask<HttpRequestMessage> RequestAsync(string call, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Api + call);
        request.Headers.TryAddWithoutValidation("X-Goog-Api-Key", await Ports.Secrets.NeedAsync(Field("key") ?? "", cancellation));
        return request;
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.X;

/// <summary>
/// X API v2 (docs.x.com: posts/search/recent, posts/lookup, data dictionary, rate limits, pagination). One recent search
/// for terms, mentions, replies and the brand's own posts together, since every post that is read is paid for; the
/// month's posts are spread over the month.
/// </summary>
public sealed class XNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private const string Api = "https://api.x.com/2/";

    /// <summary>A query of recent search may have 512 characters.</summary>
    private const int LongestQuery = 512;

    private const string Fields =
        "tweet.fields=created_at,lang,author_id,public_metrics,referenced_tweets,edit_history_tweet_ids,note_tweet"
        + "&expansions=author_id&user.fields=username,verified,public_metrics";

    /// <summary>Recent search refuses times of the last ten seconds and over seven days.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5);

    private readonly XReader reader = new(watch);

    public override string Name => "X";

    /// <summary>100 by posts/lookup; each found post counts as read.</summary>
    public override int LookupSize => 100;

    /// <summary>A small plan's posts are for reading: only what a crisis shows is looked up, in time for the terms' 24 hours.</summary>
    public override TimeSpan LookupEvery => Number("posts", 10_000) >= 50_000 ? TimeSpan.Zero : TimeSpan.FromHours(12);

    /// <summary>Short, since what is read again on another day is paid for again; X indexes within seconds.</summary>
    public override TimeSpan Overlap => TimeSpan.FromMinutes(2);

    private int PageSize => Number("page", 100);

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known)
    {
        var handles = Accounts.Select(a => a.TrimStart('@')).ToList();
        List<string> parts = [.. handles.Select(h => $"from:{h}"), .. handles.Select(h => $"@{h}"), .. handles.Select(h => $"url:\"x.com/{h}/status\""), .. Watch.Terms];
        var exclude = string.Concat(Watch.Exclude.Select(e => $" -\"{e.Replace("\"", "", StringComparison.Ordinal)}\""));
        if (exclude.Length > 200) exclude = "";
        var suffix = $" -is:retweet{exclude}";
        return [.. Combine(parts, LongestQuery - suffix.Length - 2).Select(q => new NetworkStream("search", $"({q}){suffix}"))];
    }

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var oldest = Ports.Clock.GetUtcNow() - Reach;
        var start = ask.Floor < oldest ? oldest : ask.Floor;
        return RequestAsync(
            $"tweets/search/recent?query={Uri.EscapeDataString(stream.Query)}&max_results={PageSize}&sort_order=recency&start_time={Time(start)}&{Fields}"
            + (ask.Until is { } until ? $"&end_time={Time(until.AddSeconds(1))}" : "")
            + (ask.Token is null ? "" : $"&next_token={Uri.EscapeDataString(ask.Token)}"),
            cancellation);
    }

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return reader.Page(json.RootElement, Name) with { Next = json.RootElement.Text("meta", "next_token") };
    }

    public override ValueTask<HttpRequestMessage> AskForAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        RequestAsync($"tweets?ids={string.Join(',', ids)}&{Fields}", cancellation);

    public override IReadOnlyList<NetworkItem> ReadFound(NetworkReply reply)
    {
        using var json = reply.Json(Name);
        return reader.Page(json.RootElement, Name).Items;
    }

    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) =>
    [
        new($"x|{Field("token")}|{(stream is null ? "lookup" : "search")}", QuotaLimit.Every(TimeSpan.FromMinutes(15), Number("requests", 450)), 1),
        new(Posts, new QuotaLimit(Number("posts", 10_000), QuotaPeriod.UtcMonth) { Paced = true }, stream is null ? LookupSize : PageSize),
    ];

    /// <summary>What was not sent isn't paid for.</summary>
    public override int? Used(QuotaCharge charge, NetworkPage page) => charge?.Pool == Posts ? page?.Items.Count + page?.Faults.Count : null;

    public override QuotaNews? News(NetworkReply reply) =>
        QuotaNews.Read(reply, "x-rate-limit-remaining", "x-rate-limit-reset", ResetForm.UnixSeconds, Ports.Clock.GetUtcNow());

    public override SourceException? Refuse(NetworkReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var body = System.Text.Encoding.UTF8.GetString(reply.Body.Span);
        if (body.Contains("usage-capped", StringComparison.Ordinal) || body.Contains("UsageCapExceeded", StringComparison.Ordinal))
        {
            var now = Ports.Clock.GetUtcNow();
            return new SourceException(SourceFailure.Throttled, "The month's posts at X are used up. Buy more, or wait for the next month.", new QuotaLimit(1, QuotaPeriod.UtcMonth).EndOf(now) - now);
        }

        return reply.Status switch
        {
            402 => new SourceException(SourceFailure.Permission, "The credits at X are used up. Buy more in X's developer console."),
            403 => new SourceException(SourceFailure.Permission, "The plan of the X app doesn't include this search. Check the app's access in X's developer console."),
            _ => null,
        };
    }

    private string Posts => $"x|{Field("token")}|posts";

    private int Number(string field, int otherwise) =>
        int.TryParse(Field(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static List<string> Combine(List<string> parts, int longest)
    {
        // Operators stand as they are, terms are quoted when they hold blanks.
        var operators = SearchText.Combine([.. parts.Where(p => p.StartsWith("from:", StringComparison.Ordinal) || p.StartsWith('@'))], " OR ", longest);
        var rest = parts.Where(p => !p.StartsWith("from:", StringComparison.Ordinal) && !p.StartsWith('@')).ToList();
        var urls = rest.Where(p => p.StartsWith("url:", StringComparison.Ordinal)).ToList();
        var texts = new List<string>();
        foreach (var part in operators.Concat(urls).Concat(SearchText.Combine([.. rest.Except(urls)], " OR ", longest)))
        {
            if (texts.Count > 0 && texts[^1].Length + 4 + part.Length <= longest) texts[^1] += " OR " + part;
            else texts.Add(part);
        }

        return texts;
    }

    private async ValueTask<HttpRequestMessage> RequestAsync(string call, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Api + call);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Ports.Secrets.NeedAsync(Field("token") ?? "", cancellation));
        return request;
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

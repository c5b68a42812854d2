using System.Globalization;
using System.Text.Json;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Reviews;

/// <summary>
/// Apple's public feed of customer reviews in its JSON form: 10 pages of 50, newest first. Apple doesn't document it;
/// its shape is as many public readers of it describe it.
/// </summary>
public sealed class AppStoreNetwork(SourcePorts ports, Watch watch, SourceSettings settings) : Network(ports, watch, settings)
{
    private const int LastPage = 10;
    private readonly WatchTerms terms = new(watch);

    public override string Name => "App Store";

    /// <summary>Pages come from caches of different age.</summary>
    public override TimeSpan Overlap => TimeSpan.FromHours(6);

    public override IReadOnlyList<NetworkStream> Streams(IReadOnlyDictionary<string, string> known) => [new("reviews", Field("app") ?? "")];

    public override ValueTask<HttpRequestMessage> AskAsync(NetworkStream stream, PageAsk ask, CancellationToken cancellation) => ValueTask.FromResult(
        new HttpRequestMessage(HttpMethod.Get, $"https://itunes.apple.com/{Field("country")}/rss/customerreviews/page={ask.Token ?? "1"}/id={Field("app")}/sortby=mostrecent/json"));

    public override NetworkPage Read(NetworkStream stream, NetworkReply reply)
    {
        using var json = reply.Json(Name);
        var feed = json.RootElement.At("feed");
        if (feed.ValueKind != JsonValueKind.Object) throw new SourceException(SourceFailure.Malformed, "The App Store answered without a feed.");

        // One review alone is no array. An app's description, which has no rating, may stand first.
        var entry = feed.At("entry");
        var next = Next(feed);
        if (entry.ValueKind != JsonValueKind.Object) return entry.Read(Name, Review, next);
        using var one = JsonDocument.Parse($"[{entry.GetRawText()}]");
        return one.RootElement.Read(Name, Review, next);
    }

    /// <summary>Apple names no limit for the feed; its search API asks for about 20 calls a minute.</summary>
    public override IReadOnlyList<QuotaCharge> Charges(NetworkStream? stream) =>
        [new("appstore", QuotaLimit.Every(TimeSpan.FromMinutes(1), 20), 1)];

    private NetworkItem? Review(JsonElement entry)
    {
        if (entry.At("im:name").ValueKind == JsonValueKind.Object) return null;
        var id = entry.Required("id", "label");
        var updated = entry.Time("updated", "label");
        var text = PlainText.Clean($"{entry.Text("title", "label")}\n{entry.Text("content", "label")}");
        if (terms.Excludes(text)) return null;
        var name = entry.Text("author", "name", "label");
        return new NetworkItem(new Mention
        {
            Source = Type,
            Id = id,
            Text = text,
            CreatedAt = updated,
            Author = new MentionAuthor(entry.Text("author", "uri", "label") ?? name, name),
            Url = $"https://apps.apple.com/{Field("country")}/app/id{Field("app")}?see-all=reviews",
            Engagement = new Engagement(entry.Count("im:voteSum", "label"), 0, 0),
            GivenSentiment = Stars.Verdict(entry.Count("im:rating", "label")),
        })
        {
            EditedAt = updated,
        };
    }

    /// <summary>The page behind this one, by the feed's own links, which repeat the last page as its own next.</summary>
    private static string? Next(JsonElement feed)
    {
        int? self = null, next = null;
        foreach (var link in feed.At("link").Items())
        {
            var number = PageOf(link.Text("attributes", "href"));
            if (link.Text("attributes", "rel") == "self") self = number;
            if (link.Text("attributes", "rel") == "next") next = number;
        }

        return next > (self ?? 0) && next <= LastPage ? next.Value.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static int? PageOf(string? address)
    {
        var at = address?.IndexOf("/page=", StringComparison.Ordinal) ?? -1;
        if (at < 0) return null;
        var digits = new string([.. address!.Skip(at + 6).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

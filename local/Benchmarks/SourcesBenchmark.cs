using System.Globalization;
using System.Text;
using System.Text.Json;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Bluesky;
using Crisis.Core.Mentions.Sources.Mastodon;
using Crisis.Core.Watching;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// How fast answers of networks become mentions, on one core: items a second, and time as a multiple of a bare
/// <see cref="JsonDocument"/>.Parse of the same bytes, both measured in turns in the same run, in processor time of the
/// whole process, so that neighbours don't count and the garbage collector does.
/// </summary>
public sealed class SourcesBenchmark(TimeProvider clock)
{
    private const int PageItems = 40;
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(1);

    /// <summary>The compiler's last tier comes late when neighbours keep the processor busy.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>One line a network: name, items a second, ratio.</summary>
    public IReadOnlyList<SourcesFigure> Run()
    {
        var ports = new SourcePorts(new HttpMessageInvoker(new HttpClientHandler()), new NoSecrets(), null!, clock);
        var watch = new Watch { Id = "bench", Name = "Bench", Terms = ["kuzey kargo"], Exclude = ["kuzey kutbu"] };
        var mastodon = new MastodonNetwork(ports, watch, new SourceSettings("mastodon") { Fields = new Dictionary<string, string> { ["server"] = "https://sosyal.example" } });
        var bluesky = new BlueskyNetwork(ports, watch, new SourceSettings("bluesky"));
        return [Measure("mastodon", mastodon, new NetworkStream("tag", "x"), Mastodon()), Measure("bluesky", bluesky, new NetworkStream("search", "x"), Bluesky())];
    }

    private static SourcesFigure Measure(string name, Network network, NetworkStream stream, byte[] body)
    {
        using var response = new HttpResponseMessage();
        var reply = new NetworkReply(200, response.Headers, body);
        var read = network.Read(stream, reply).Items.Count;
        if (read != PageItems) throw new InvalidOperationException($"{name} gave {read} of {PageItems} items.");
        TimeSpan parse = default, bare = default;
        long items = 0;
        for (var warm = true; warm || parse < AtLeast;)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 200; i++) items += network.Read(stream, reply).Items.Count;
            var middle = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 200; i++) JsonDocument.Parse(body).Dispose();
            parse += middle - start;
            bare += Environment.CpuUsage.TotalTime - middle;
            if (!warm || parse < WarmUp) continue;
            (warm, parse, bare, items) = (false, default, default, 0);
        }

        return new SourcesFigure(name, items / parse.TotalSeconds, parse / bare, body.Length / PageItems);
    }

    private static byte[] Mastodon() => Encoding.UTF8.GetBytes('[' + string.Join(',', Enumerable.Range(0, PageItems).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"id":"{{110_000_000_000_000_000 + i}}","created_at":"2026-03-02T09:00:{{i:00}}.000Z","in_reply_to_id":null,"sensitive":false,"spoiler_text":"","visibility":"public","language":"tr",
        "uri":"https://sosyal.example/users/ayse/statuses/{{i}}","url":"https://sosyal.example/@ayse/{{i}}","replies_count":1,"reblogs_count":2,"favourites_count":3,"edited_at":null,
        "content":"<p><span class=\"h-card\"><a href=\"https://sosyal.example/@kuzeykargo\" class=\"u-url mention\">@<span>kuzeykargo</span></a></span> Kuzey Kargo paketim üç gündür şubede bekliyor, kimse telefona bakmıyor &amp; para iadesi de yok! <a href=\"https://sosyal.example/tags/kuzeykargo\" class=\"mention hashtag\">#<span>kuzeykargo</span></a></p>",
        "reblog":null,"account":{"id":"7","username":"ayse","acct":"ayse","display_name":"Ayşe","locked":false,"bot":false,"created_at":"2020-01-01T00:00:00.000Z","note":"<p>Kitap, kedi, kahve</p>","url":"https://sosyal.example/@ayse","followers_count":314,"following_count":12,"statuses_count":900,"emojis":[],"fields":[]},
        "media_attachments":[],"mentions":[{"id":"42","username":"kuzeykargo","url":"https://sosyal.example/@kuzeykargo","acct":"kuzeykargo"}],"tags":[{"name":"kuzeykargo","url":"https://sosyal.example/tags/kuzeykargo"}],"emojis":[],"card":null,"poll":null}
        """))) + ']');

    private static byte[] Bluesky() => Encoding.UTF8.GetBytes("{\"posts\":[" + string.Join(',', Enumerable.Range(0, PageItems).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"uri":"at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3k{{i:0000}}","cid":"bafyreib2rxk3rh6kzwq","author":{"did":"did:plc:abcdefghijklmnopqrstuvwx","handle":"ayse.example","displayName":"Ayşe","avatar":"https://cdn.bsky.app/img/avatar/plain/x","associated":{"chat":{"allowIncoming":"following"} },"labels":[],"createdAt":"2024-01-01T00:00:00.000Z"},
        "record":{"$type":"app.bsky.feed.post","createdAt":"2026-03-02T09:00:{{i:00}}.000Z","langs":["tr"],"facets":[{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"kuzeykargo"}],"index":{"byteEnd":20,"byteStart":9} }],"text":"Kuzey Kargo paketim üç gündür şubede bekliyor, kimse telefona bakmıyor & para iadesi de yok! #kuzeykargo"},
        "bookmarkCount":0,"replyCount":1,"repostCount":2,"likeCount":3,"quoteCount":0,"indexedAt":"2026-03-02T09:00:{{i:00}}.500Z","labels":[]}
        """))) + "]}");

    private sealed class NoSecrets : ISecrets
    {
        public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => ValueTask.FromResult<string?>(null);
    }
}

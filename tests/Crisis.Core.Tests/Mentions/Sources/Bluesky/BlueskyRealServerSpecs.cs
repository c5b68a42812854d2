using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Bluesky;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Bluesky;

/// <summary>
/// Against Bluesky's own server software, where one is at hand: set CRISIS_BLUESKY_SERVER (its personal data server),
/// CRISIS_BLUESKY_HANDLE and CRISIS_BLUESKY_PASSWORD of an account made for tests. See docs/sources.md.
/// </summary>
public sealed class BlueskyRealServerSpecs : IDisposable
{
    private const int Count = 120;
    private readonly HttpClient http = new();
    private readonly string server = Environment.GetEnvironmentVariable("CRISIS_BLUESKY_SERVER") ?? "";
    private readonly string handle = Environment.GetEnvironmentVariable("CRISIS_BLUESKY_HANDLE") ?? "";
    private readonly string password = Environment.GetEnvironmentVariable("CRISIS_BLUESKY_PASSWORD") ?? "";
    private string did = "";

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task Pull_PostsRepliesAndQuotesOnTheRealServer_ComeOnceAndLinkedAndADeletionIsSeen()
    {
        Assert.SkipWhen(server.Length == 0, "CRISIS_BLUESKY_SERVER is not set.");
        await SignInAsync();
        var mark = "kriz" + Guid.NewGuid().ToString("N")[..10];
        var uris = new List<(string Uri, string Cid)>();
        for (var i = 0; i < Count; i++) uris.Add(await PostAsync(new { type = "x" }, $"{mark} paketim nerede {i}"));
        var parent = new { uri = uris[0].Uri, cid = uris[0].Cid };
        var reply = await PostAsync(new { root = parent, parent }, $"{mark} cevap", "reply");
        var quote = await PostAsync(new Dictionary<string, object> { ["$type"] = "app.bsky.embed.record", ["record"] = parent }, $"{mark} alıntı", "embed");
        var ports = new SourcePorts(http, new Secrets(("password", password)), new StoredQuotaLedger(new RowsInMemory(), TimeProvider.System), TimeProvider.System);
        var source = new BlueskySourceFactory(ports).Create(
            new Watch { Id = "w", Name = "W", Terms = [mark], Accounts = new Dictionary<string, IReadOnlyList<string>> { ["bluesky"] = [handle] } },
            new SourceSettings("bluesky") { Fields = new Dictionary<string, string> { ["server"] = server, ["handle"] = handle, ["password"] = "secret:password", ["recheck"] = "1s" } });
        (await ((ISourceProbe)source).ProbeAsync()).ShouldBeEmpty();

        // The server indexes what was posted in its own time: pull until all of it is there.
        var mentions = new List<Mention>();
        string? cursor = null;
        for (var pull = 0; pull < 2_000 && mentions.Count(m => m.Text.Contains(mark)) < Count + 2; pull++)
        {
            var page = await source.PullAsync(cursor, TimeProvider.System.GetUtcNow().AddHours(-1));
            cursor = page.Cursor;
            mentions.AddRange(page.Mentions);
        }

        mentions.Select(m => m.Id).ShouldBeUnique();
        mentions.Where(m => m.Text.Contains(mark)).Select(m => m.Id).ShouldBe([.. uris.Select(u => u.Uri), reply.Uri, quote.Uri], ignoreOrder: true);
        mentions.Where(m => m.Text.Contains(mark)).ShouldAllBe(m => m.Own);
        mentions.Single(m => m.Id == reply.Uri).ReplyTo.ShouldBe(uris[0].Uri);
        mentions.Single(m => m.Id == quote.Uri).QuoteOf.ShouldBe(uris[0].Uri);

        await CallAsync("com.atproto.repo.deleteRecord", new { repo = did, collection = "app.bsky.feed.post", rkey = uris[7].Uri.Split('/')[^1] });
        IReadOnlyList<string> deleted = [];
        for (var look = 0; look < 500 && deleted.Count == 0; look++)
            deleted = (await ((IMentionRefresh)source).RefreshAsync([uris[6].Uri, uris[7].Uri])).Deleted;
        deleted.ShouldBe([uris[7].Uri]);
    }

    private async Task SignInAsync()
    {
        var session = await CallAsync("com.atproto.server.createSession", new { identifier = handle, password });
        did = session.GetProperty("did").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessJwt").GetString());
    }

    private async Task<(string Uri, string Cid)> PostAsync(object link, string text, string? member = null)
    {
        var record = new Dictionary<string, object>
        {
            ["$type"] = "app.bsky.feed.post",
            ["text"] = text,
            ["langs"] = new[] { "tr" },
            ["createdAt"] = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        };
        if (member is not null) record[member] = link;
        var made = await CallAsync("com.atproto.repo.createRecord", new { repo = did, collection = "app.bsky.feed.post", record });
        return (made.GetProperty("uri").GetString()!, made.GetProperty("cid").GetString()!);
    }

    private async Task<JsonElement> CallAsync(string method, object body)
    {
        using var response = await http.PostAsJsonAsync(new Uri(new Uri(server), "/xrpc/" + method), body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}

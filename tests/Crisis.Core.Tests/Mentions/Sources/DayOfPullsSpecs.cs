using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Bluesky;
using Crisis.Core.Mentions.Sources.Mastodon;
using Crisis.Core.Mentions.Sources.Reddit;
using Crisis.Core.Mentions.Sources.X;
using Crisis.Core.Mentions.Sources.YouTube;
using Crisis.Core.Tests.Mentions.Sources.Bluesky;
using Crisis.Core.Tests.Mentions.Sources.Mastodon;
using Crisis.Core.Tests.Mentions.Sources.Reddit;
using Crisis.Core.Tests.Mentions.Sources.X;
using Crisis.Core.Tests.Mentions.Sources.YouTube;
using Crisis.Core.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>A day of pulls of watches with ten terms against what each network publishes as its limit.</summary>
public sealed class DayOfPullsSpecs(ITestOutputHelper output)
{
    /// <summary>Midnight Pacific time, when YouTube's day begins.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Start);
    private readonly RowsInMemory rows = new();

    [Fact]
    public async Task Day_OneWatchWithFiveSourcesAndTenTerms_StaysWithinEveryPublishedLimit()
    {
        Pulled[] sources =
        [
            Source(new MastodonSourceFactory(Ports(new MastodonServer(clock) { Limit = (300, TimeSpan.FromMinutes(5)) })), 5, ("server", "https://sosyal.example"), ("token", "secret:token")),
            Source(new BlueskySourceFactory(Ports(new BlueskyServer(clock) { Limit = (3_000, TimeSpan.FromMinutes(5)) })), 5, ("handle", BlueskyServer.Brand), ("password", "secret:token")),
            Source(new RedditSourceFactory(Ports(new RedditServer(clock) { Limit = (1_000, TimeSpan.FromMinutes(10)) })), 5, ("clientId", "app"), ("clientSecret", "secret:token"), ("contact", "u/kuzeykargo"), ("subreddits", "Turkey")),
            Source(new YouTubeSourceFactory(Ports(new YouTubeServer(clock) { Limit = (10_000, TimeSpan.FromDays(1)) })), 5, ("key", "secret:token")),
            Source(new XSourceFactory(Ports(new XServer(clock) { Limit = (450, TimeSpan.FromMinutes(15)) })), 5, ("token", "secret:token"), ("posts", "10000")),
        ];
        await DayAsync(sources);
        foreach (var source in sources)
        {
            source.Server.Breaches.ShouldBe(0, source.Factory.Type);
            source.Failures.ShouldBe(0, source.Factory.Type);
            source.Mentions.ShouldBeGreaterThan(source.Factory.Type == "x" ? 300 : 1_400, source.Factory.Type);
        }

        ((XServer)sources[4].Server).Sent.ShouldBeLessThanOrEqualTo((int)(10_000 * ((2 / 31.0) + 0.06)));
    }

    [Fact]
    public async Task Day_TenWatchesOnOneCredential_ShareItsLimit()
    {
        var ports = Ports(new MastodonServer(clock) { Limit = (300, TimeSpan.FromMinutes(5)) });
        var sources = Enumerable.Range(0, 10).Select(_ => Source(new MastodonSourceFactory(ports), 1, ("server", "https://sosyal.example"), ("token", "secret:token"))).ToArray();
        await DayAsync(sources, minutes: 60);
        sources[0].Server.Breaches.ShouldBe(0);
        sources[0].Server.Peak.ShouldBeInRange(250, 300);
        sources.ShouldAllBe(s => s.Mentions > 50);
    }

    private NetworkServer last = null!;

    private SourcePorts Ports(NetworkServer server)
    {
        var ports = new SourcePorts(new HttpMessageInvoker(server, disposeHandler: false), new Secrets(("token", "right")), new StoredQuotaLedger(rows, clock), clock);
        last = server;
        return ports;
    }

    private Pulled Source(ISourceFactory factory, int every, params (string Key, string Value)[] fields)
    {
        var watch = new Watch
        {
            Id = "kuzey",
            Name = "Kuzey",
            Terms = [.. Enumerable.Range(0, 10).Select(i => $"kuzey kargo {i}")],
            Accounts = new Dictionary<string, IReadOnlyList<string>> { [factory.Type] = [AccountOf(factory.Type)] },
        };
        var settings = new SourceSettings(factory.Type) { Fields = fields.ToDictionary(f => f.Key, f => f.Value) };
        factory.Check(settings).ShouldBeEmpty();
        return new Pulled(factory, last, factory.Create(watch, settings), every);
    }

    private static string AccountOf(string type) => type switch
    {
        "bluesky" => BlueskyServer.Brand,
        "youtube" => YouTubeServer.Channel,
        _ => "kuzeykargo",
    };

    private async Task DayAsync(Pulled[] sources, int minutes = 24 * 60)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            foreach (var server in sources.Select(s => s.Server).Distinct())
                server.Posts.Add(new Post(server.Posts.Count + 1, clock.GetUtcNow()) { Text = $"kuzey kargo {minute % 10} nerede" });
            foreach (var source in sources.Where(s => minute % s.Every == 0)) await source.PullAsync(clock, Start.AddHours(-1));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        foreach (var s in sources) output.WriteLine($"{s.Factory.Type}: {s.Server.Requests} requests, at most {s.Server.Peak} of {s.Server.Limit}, {s.Mentions} mentions");
    }

    private sealed class Pulled(ISourceFactory factory, NetworkServer server, IMentionSource source, int every)
    {
        private string? cursor;
        private DateTimeOffset notBefore;

        public ISourceFactory Factory { get; } = factory;

        public NetworkServer Server { get; } = server;

        public int Every { get; } = every;

        public int Mentions { get; private set; }

        public int Failures { get; private set; }

        public async Task PullAsync(FakeTimeProvider clock, DateTimeOffset since)
        {
            for (var more = clock.GetUtcNow() >= notBefore; more;)
            {
                try
                {
                    var page = await source.PullAsync(cursor, since);
                    (cursor, more, notBefore) = (page.Cursor, page.More, page.NotBefore ?? notBefore);
                    Mentions += page.Mentions.Count;
                }
                catch (SourceException)
                {
                    Failures++;
                    return;
                }
            }
        }
    }
}

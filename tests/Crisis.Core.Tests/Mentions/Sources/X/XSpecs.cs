using System.Net;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.X;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.X;

public sealed class XSpecs : LookupContract
{
    public XSpecs() => Server = new XServer(Clock);

    private XServer X => (XServer)Server;

    protected override SourceSettings Settings => new("x") { Fields = new Dictionary<string, string> { ["token"] = "secret:token", ["posts"] = "1000000" } };

    protected override Watch Watch => base.Watch with
    {
        Exclude = ["kuzey kutbu"],
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["@kuzeykargo"] },
    };

    protected override ISourceFactory Factory(SourcePorts ports) => new XSourceFactory(ports);

    protected override TimeSpan LateBy => TimeSpan.FromSeconds(150);

    protected override string IdOf(Post post) => XServer.IdOf(post.Number);

    [Fact]
    public async Task Pull_OwnPostsRepliesAndQuotes_AreLinked()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-3)) { Author = "kuzeykargo", Text = "Kampanyamız başladı" });
        Server.Posts.Add(new Post(2, Start.AddHours(-2)) { Text = "@kuzeykargo rezalet", ReplyTo = 1, Likes = 5 });
        Server.Posts.Add(new Post(3, Start.AddHours(-1)) { Text = "şuna bakın", QuoteOf = 1 });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions[0].ShouldSatisfyAllConditions(m => m.Own.ShouldBeTrue(), m => m.Author.Verified.ShouldBeTrue());
        mentions[1].ShouldSatisfyAllConditions(m => m.ReplyTo.ShouldBe(mentions[0].Id), m => m.Engagement.ShouldBe(new Engagement(5, 5, 1)), m => m.Author.Followers.ShouldBe(271));
        mentions[2].QuoteOf.ShouldBe(mentions[0].Id);
        X.LastQuery.ShouldBe("(from:kuzeykargo OR @kuzeykargo OR url:\"x.com/kuzeykargo/status\" OR \"kuzey kargo\") -is:retweet -\"kuzey kutbu\"");
    }

    [Fact]
    public async Task Pull_ManyTerms_SplitIntoQueriesOfAllowedLength()
    {
        var pulls = Pull(Watch with { Terms = [.. Enumerable.Range(0, 40).Select(i => $"kuzey kargo şikayet {i}")] });
        await pulls.RoundAsync();
        Server.Requests.ShouldBeInRange(2, 6);
    }

    [Fact]
    public async Task Pull_BudgetOfThePost_IsSpreadOverTheMonth()
    {
        Publish(5_000, TimeSpan.FromSeconds(20));
        var settings = Settings with { Fields = new Dictionary<string, string> { ["token"] = "secret:token", ["posts"] = "3000" } };
        var pulls = new Pulls(() => Factory(Ports()).Create(Watch, settings), Clock, Start.AddHours(-30));
        for (var day = 0; day < 3; day++)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                SourcePage page;
                do page = await Factory(Ports()).Create(Watch, settings).PullAsync(null, Start.AddHours(-30));
                while (page.More && page.NotBefore is null);
                Clock.Advance(TimeSpan.FromHours(1));
            }

            // From the 2nd of March, 09:00: elapsed share of the month and a twentieth.
            var share = ((Clock.GetUtcNow() - new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)) / TimeSpan.FromDays(31)) + 0.05;
            X.Sent.ShouldBeLessThanOrEqualTo((int)(3000 * share) + 1);
            X.Sent.ShouldBeGreaterThan((int)(3000 * share) - 400);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.PaymentRequired, "{}", SourceFailure.Permission)]
    [InlineData(HttpStatusCode.Forbidden, """{"reason":"client-not-enrolled"}""", SourceFailure.Permission)]
    [InlineData(HttpStatusCode.TooManyRequests, """{"title":"UsageCapExceeded","period":"Monthly","type":"https://api.twitter.com/2/problems/usage-capped"}""", SourceFailure.Throttled)]
    public async Task Pull_PlanOrCreditsDoNotSuffice_SaysWhoseTurnItIs(HttpStatusCode status, string body, SourceFailure failure)
    {
        X.Instead = (status, body);
        var thrown = await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start));
        thrown.Failure.ShouldBe(failure);
        if (failure == SourceFailure.Throttled) thrown.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.FromMinutes(14));
    }
}

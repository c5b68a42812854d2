using System.Net;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Mastodon;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Mastodon;

public sealed class MastodonSpecs : LookupContract
{
    public MastodonSpecs() => Server = new MastodonServer(Clock);

    private MastodonServer Mastodon => (MastodonServer)Server;

    protected override SourceSettings Settings => new("mastodon")
    {
        Fields = new Dictionary<string, string> { ["server"] = "https://sosyal.example", ["token"] = "secret:token" },
    };

    protected override Watch Watch => base.Watch with
    {
        Terms = ["kuzey kargo", "#kuzeykargo"],
        Exclude = ["kuzey kutbu"],
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["mastodon"] = ["@kuzeykargo@sosyal.example"] },
    };

    protected override ISourceFactory Factory(SourcePorts ports) => new MastodonSourceFactory(ports);

    protected override string IdOf(Post post) => MastodonServer.IdOf(post.Number) + "@sosyal.example";

    [Fact]
    public async Task Pull_OwnPostsRepliesAndQuotes_AreLinked()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-3)) { Author = "kuzeykargo", Text = "Kampanyamız başladı" });
        Server.Posts.Add(new Post(2, Start.AddHours(-2)) { Text = "@kuzeykargo rezalet", ReplyTo = 1, Likes = 5 });
        Server.Posts.Add(new Post(3, Start.AddHours(-1)) { Text = "şuna bakın #kuzeykargo", QuoteOf = 1 });
        Server.Posts.Add(new Post(4, Start.AddMinutes(-5)) { Text = "kuzey kargo değil kuzey kutbu" });
        var pulls = Pull();
        await pulls.RoundAsync();
        var mentions = pulls.Mentions.OrderBy(m => m.CreatedAt).ToList();
        mentions.Count.ShouldBe(3);
        mentions[0].Own.ShouldBeTrue();
        mentions[1].ReplyTo.ShouldBe(mentions[0].Id);
        mentions[1].Engagement.ShouldBe(new Engagement(5, 2, 1));
        mentions[1].Author.Followers.ShouldBe(314);
        mentions[1].Language.ShouldBe("tr");
        mentions[2].QuoteOf.ShouldBe(mentions[0].Id);
        mentions[2].Own.ShouldBeFalse();
    }

    [Fact]
    public async Task Pull_PageTokenIsRefused_BeginsTheListAgainWithoutAFault()
    {
        var posts = Publish(130);
        await Pull().RoundAsync();
        // One request a call: behind these calls a page is asked for by its token.
        var tokens = Server.Asked.Index().Where(asked => asked.Item.Contains("max_id=", StringComparison.Ordinal)).Select(asked => asked.Index).ToList();
        tokens.ShouldNotBeEmpty();
        foreach (var call in tokens)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            var pulls = Pull();
            pulls.AfterPage = page => Server.Refusal = page == call ? HttpStatusCode.BadRequest : null;
            await pulls.RoundAsync();
            pulls.ShouldGive(posts.Select(IdOf), $"refused behind call {call}");
            pulls.Pages.SelectMany(page => page.Faults).ShouldBeEmpty($"refused behind call {call}");
        }
    }

    [Fact]
    public async Task Pull_PostFromTheFuture_HidesNothingThatComesAfterIt()
    {
        Publish(3);
        Server.Posts.Add(new Post(50, Start.AddDays(2)));
        var pulls = Pull();
        await pulls.RoundAsync();
        Clock.Advance(TimeSpan.FromHours(1));
        var later = new Post(51, Clock.GetUtcNow().AddMinutes(-1));
        Server.Posts.Add(later);
        await pulls.RoundAsync();
        pulls.Ids.ShouldContain(IdOf(later));
    }

    [Fact]
    public async Task Pull_OldPostAmongNewOnes_DoesNotEndTheList()
    {
        Publish(3);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromHours(1));
        var posts = Publish(100);
        Server.Posts[^10] = Server.Posts[^10] with { At = Start.AddDays(-1) };
        await pulls.RoundAsync();
        pulls.ShouldGive(posts.SkipLast(10).Concat(posts.TakeLast(9)).Select(IdOf));
    }

    [Fact]
    public async Task Pull_AfterAnOutageOfWeeks_ReadsBackSevenDaysAndSaysSo()
    {
        Publish(3);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromDays(30));
        var (missed, found) = (new Post(50, Clock.GetUtcNow().AddDays(-9)), new Post(51, Clock.GetUtcNow().AddDays(-6)));
        Server.Posts.AddRange([missed, found]);
        await pulls.RoundAsync();
        pulls.Ids.ShouldBe([IdOf(found)]);
        pulls.Pages.SelectMany(page => page.Faults).ShouldContain(fault => fault.What.Contains("older than 7 days"));
    }

    [Fact]
    public async Task Pull_PostMatchesSeveralTerms_IsGivenOnce()
    {
        for (var i = 1; i <= 300; i++) Server.Posts.Add(new Post(i, Start.AddSeconds(i - 400)) { Text = $"kuzey kargo @kuzeykargo #kuzeykargo {i}" });
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(300);
        pulls.Ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Pull_TokenRevoked_FailsAsCredential()
    {
        Server.Credential = "another";
        (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(SourceFailure.Credential);
        (await ((ISourceProbe)Source()).ProbeAsync()).ShouldHaveSingleItem().Remedy.ShouldContain("secret");
    }

    [Fact]
    public async Task Pull_OnePermissionMissing_IsAFaultAndTheOtherListsAreRead()
    {
        Publish(10);
        Mastodon.Forbidden.Add("/api/v1/notifications");
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(10);
        pulls.Pages.SelectMany(p => p.Faults).ShouldHaveSingleItem().Where.ShouldBe("notifications");
    }

    [Fact]
    public async Task Pull_OwnAccountGone_IsAFaultAndTheOtherListsAreRead()
    {
        Publish(10);
        Mastodon.Brand = "baskasi";
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(10);
        pulls.Pages.SelectMany(p => p.Faults).ShouldHaveSingleItem().Where.ShouldContain("@kuzeykargo@sosyal.example");
    }

    [Fact]
    public async Task Pull_SecretIsNotSet_SaysWhichOne()
    {
        var ports = new SourcePorts(new HttpMessageInvoker(Server), new Secrets(), new StoredQuotaLedger(Rows, Clock), Clock);
        var failure = await Should.ThrowAsync<SourceException>(async () => await Factory(ports).Create(Watch, Settings).PullAsync(null, Start));
        failure.Failure.ShouldBe(SourceFailure.Credential);
        failure.Message.ShouldContain("'token'");
    }

    [Fact]
    public async Task Pull_NoToken_ReadsTermsAsHashtags()
    {
        Server.Posts.Add(new Post(1, Start.AddHours(-1)) { Text = "kötü #kuzeykargo" });
        var source = Factory(Ports()).Create(Watch, new SourceSettings("mastodon") { Fields = new Dictionary<string, string> { ["server"] = "https://sosyal.example" } });
        var pulls = new Pulls(() => source, Clock, Start.AddHours(-30));
        await pulls.RoundAsync();
        pulls.Ids.ShouldBe([MastodonServer.IdOf(1) + "@sosyal.example"]);
    }

    [Fact]
    public void Check_TokenItselfOrPlainHttp_IsRefusedWithARemedy()
    {
        var faults = Factory(Ports()).Check(new SourceSettings("mastodon") { Fields = new Dictionary<string, string> { ["server"] = "http://sosyal.example", ["token"] = "abc123" } });
        faults.Select(f => f.Where).ShouldBe(["server", "token"]);
        faults[1].Remedy.ShouldContain("secret:");
        faults.ShouldAllBe(f => !f.What.Contains("abc123") && !f.Remedy.Contains("abc123"));
    }
}

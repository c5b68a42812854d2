using System.Net;
using System.Text;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Feed;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources.Feed;

public sealed class RssSpecs : FeedSpecs
{
    protected override string IdOf(Post post) => $"https://haber.example/rss|haber-{post.Number}";
}

public sealed class AtomSpecs : FeedSpecs
{
    public AtomSpecs() => ((FeedServer)Server).Atom = true;

    protected override string IdOf(Post post) => $"urn:x:haber:{post.Number}";

    [Fact]
    public async Task Pull_EntryUpdated_IsToldAsUpdatedAndNotAsNew()
    {
        Publish(12);
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Forget();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Server.Posts[5] = Server.Posts[5] with { Text = "kuzey kargo düzeltme", EditedAt = Clock.GetUtcNow() };
        await pulls.RoundAsync();
        await pulls.RoundAsync();
        pulls.Ids.ShouldBeEmpty();
        pulls.Updated.ShouldHaveSingleItem().Text.ShouldBe("kuzey kargo düzeltme");
    }
}

public abstract class FeedSpecs : SourceContract
{
    protected FeedSpecs() => Server = new FeedServer(Clock);

    private FeedServer Feed => (FeedServer)Server;

    protected override int Shows => FeedServer.Shown;

    protected override SourceSettings Settings => new("feed") { Fields = new Dictionary<string, string> { ["url"] = "https://haber.example/rss" } };

    protected override ISourceFactory Factory(SourcePorts ports) => new FeedSourceFactory(ports);

    [Fact]
    public async Task Pull_FeedUnchanged_AsksConditionallyAndReadsNothing()
    {
        Publish(5);
        var pulls = Pull();
        await pulls.RoundAsync();
        await pulls.RoundAsync();
        Feed.NotModified.ShouldBe(1);
        pulls.Ids.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Pull_ServerKnowsNoConditionalRequests_StillRepeatsNothing()
    {
        Feed.Conditional = false;
        Publish(200);
        var pulls = Pull();
        for (var i = 0; i < 4; i++) await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(200);
    }

    [Fact]
    public async Task Pull_ItemsThatDoNotNameTheBrand_AreLeftOut()
    {
        Publish(4);
        Server.Posts[1] = Server.Posts[1] with { Text = "Hava bugün güneşli" };
        Server.Posts[2] = Server.Posts[2] with { Text = "KUZEY KARGO'nun yeni şubesi" };
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Ids.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<rss><channel><item>")]
    public async Task Pull_AnswerIsNoFeed_FailsAsMalformed(string body)
    {
        Feed.Instead = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
        (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(SourceFailure.Malformed);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, SourceFailure.Gone)]
    [InlineData(HttpStatusCode.Gone, SourceFailure.Gone)]
    [InlineData(HttpStatusCode.Unauthorized, SourceFailure.Credential)]
    [InlineData(HttpStatusCode.Forbidden, SourceFailure.Permission)]
    public async Task Pull_Refused_SaysWhoseTurnItIs(HttpStatusCode status, SourceFailure failure)
    {
        Feed.Instead = () => new HttpResponseMessage(status);
        (await Should.ThrowAsync<SourceException>(async () => await Source().PullAsync(null, Start))).Failure.ShouldBe(failure);
        (await ((ISourceProbe)Source()).ProbeAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Pull_EntitiesOfHtmlAndLoneAmpersands_AreMended()
    {
        Feed.Instead = () => Xml("""<rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>Kuzey Kargo &nbsp;&uuml;cret & iade</title></item></channel></rss>""");
        (await Source().PullAsync(null, Start)).Mentions.ShouldHaveSingleItem().Text.ShouldBe("Kuzey Kargo ücret & iade");
    }

    [Fact]
    public async Task Pull_OlderRssVersion_IsRead()
    {
        Feed.Instead = () => Xml("""<rss version="0.92" xmlns:x="urn:x"><channel><title>x</title><item><link>https://haber.example/1</link><title>kuzey kargo</title></item></channel></rss>""");
        (await Source().PullAsync(null, Start)).Mentions.ShouldHaveSingleItem().Url.ShouldBe("https://haber.example/1");
    }

    [Fact]
    public async Task Pull_TurkishCodePage_IsDecoded()
    {
        Feed.Instead = () => Xml(
            """<?xml version="1.0" encoding="windows-1254"?><rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>Kuzey Kargo şubesi ığdır</title></item></channel></rss>""",
            CodePagesEncodingProvider.Instance.GetEncoding(1254)!);
        (await Source().PullAsync(null, Start)).Mentions.ShouldHaveSingleItem().Text.ShouldBe("Kuzey Kargo şubesi ığdır");
    }

    [Fact]
    public async Task Pull_EntityBomb_IsNotExpanded()
    {
        Feed.Instead = () => Xml("""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "kuzey kargo kuzey kargo"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>kuzey kargo &b; &x;</title></item></channel></rss>""");
        var page = await Source().PullAsync(null, Start);
        page.Mentions.ShouldHaveSingleItem().Text.ShouldNotContain("root:");
        page.Mentions[0].Text.Length.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task Pull_DateIsUnreadable_TakesTheTimeOfFirstSight()
    {
        Feed.Instead = () => Xml("""<rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>kuzey kargo</title><pubDate>dün akşam</pubDate></item></channel></rss>""");
        (await Source().PullAsync(null, Start)).Mentions.ShouldHaveSingleItem().CreatedAt.ShouldBe(Start);
    }

    [Fact]
    public void Check_AddressIsNone_SaysHowToWriteIt() =>
        Factory(Ports()).Check(new SourceSettings("feed") { Fields = new Dictionary<string, string> { ["url"] = "haber.example/rss" } })
            .ShouldHaveSingleItem().Remedy.ShouldContain("https://");

    private static HttpResponseMessage Xml(string body, Encoding? encoding = null) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent((encoding ?? Encoding.UTF8).GetBytes(body)) };
}

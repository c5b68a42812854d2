using System.Net;
using System.Text.Json.Nodes;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Tests.Mentions;
using Crisis.Core.Tests.Notices;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Response;

/// <summary>Single complaints, from the mention to customer service, to the answer, to how people took it.</summary>
public sealed class ComplaintRouterSpecs
{
    private readonly StoreBench _bench = new();
    private readonly FakeHttp _desk = new();
    private readonly FakeChannel _mail = new("mail");

    private static CrisisState Crisis => NoticeSample.State with { Since = StoreBench.Nine };

    [Fact]
    public async Task Complaint_NegativeAboutSomething_IsHandedOverOnceWithTextLinkAndCallback()
    {
        await Store(Post("1", "Kargom yok, 0532 123 45 67", negative: true), Post("2", "güzel", negative: false), Post("3", "berbat", negative: true, target: null));
        var router = Router(webhook: true);
        (await Route(router)).Routed.ShouldBe(1);
        (await Route(router)).Routed.ShouldBe(1);
        var body = JsonNode.Parse(_desk.Got.ShouldHaveSingleItem().Body)!;
        body["type"]!.GetValue<string>().ShouldBe("complaint");
        body["text"]!.GetValue<string>().ShouldNotContain("0532");
        body["url"]!.GetValue<string>().ShouldBe("https://mastodon.example/1");
        body["callback"]!.GetValue<string>().ShouldStartWith("https://crisis.example/callbacks/");
    }

    [Fact]
    public async Task Answers_ByCallbackAndOnTheNetwork_AreCounted_WithTheirMedianAndReactions()
    {
        await Store(Post("1", "kargom yok", negative: true), Post("2", "param yok", negative: true));
        var router = Router(webhook: true);
        await Route(router);
        (await new ComplaintAnswers(_bench.Rows).AnsweredAsync(Crisis.Id, "mastodon|1", StoreBench.Nine.AddMinutes(10))).ShouldBeTrue();
        (await new ComplaintAnswers(_bench.Rows).AnsweredAsync(Crisis.Id, "mastodon|1", StoreBench.Nine.AddMinutes(40))).ShouldBeFalse();
        (await new ComplaintAnswers(_bench.Rows).AnsweredAsync(Crisis.Id, "mastodon|none", StoreBench.Nine)).ShouldBeFalse();
        _bench.Pass(30);
        await Store(
            Reply("a", "2", "Özür dileriz", own: true, minutes: 20),
            Reply("r", "a", "Teşekkürler", own: false, minutes: 25, label: SentimentLabel.Positive));
        var totals = await Route(router);
        totals.ShouldBe(new ComplaintTotals(2, 2, 15, 1, 0));
    }

    [Fact]
    public async Task Desk_Unreachable_IsAskedAgainAndNoComplaintIsLost()
    {
        var up = false;
        var http = new FakeHttp(_ => new HttpResponseMessage(up ? HttpStatusCode.OK : HttpStatusCode.BadGateway));
        await Store(Post("1", "kargom yok", negative: true), Post("2", "param yok", negative: true));
        var router = Router(webhook: true, http);
        (await Route(router)).Routed.ShouldBe(0);
        http.Got.Count.ShouldBe(1, "a desk that is down is not asked for every single one");
        up = true;
        (await Route(router)).Routed.ShouldBe(2);
    }

    [Fact]
    public async Task WithoutAWebhook_CustomerServiceGetsOneMail_WhichStandsInTheDeliveryLog()
    {
        await Store(Post("1", "kargom yok", negative: true), Post("2", "param yok", negative: true));
        var router = Router(webhook: false);
        (await Route(router)).Routed.ShouldBe(2);
        var (letter, address) = _mail.Sent.ShouldHaveSingleItem();
        address.Person!.Id.ShouldBe("mehmet");
        letter.Language.ShouldBe("tr");
        letter.Posts.Count.ShouldBe(2);
        letter.Links.ShouldHaveSingleItem().Url.AbsoluteUri.ShouldEndWith("#complaints");
        var line = (await new NoticeLog(_bench.Rows).OfCrisisAsync(Crisis.Id)).ShouldHaveSingleItem();
        line.Status.ShouldBe(DeliveryStatus.Accepted);
        line.Recipient.ShouldBe("person:mehmet");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KnownProblem_ThatPeopleName_IsToldToCustomerService_WithWhatIsBeingDone(bool webhook)
    {
        var named = Crisis.Spread!.Targets[0].Name;
        var problems = new KnownProblems(_bench.Rows);
        await problems.SaveAsync(Problem("open", named, "Bant onarılıyor", null));
        await problems.SaveAsync(Problem("mended", named, "Hat yenilendi", StoreBench.Nine));
        await problems.SaveAsync(Problem("another", "uzay asansörü", "Başka konu", null));
        await Store(Post("1", "kargom yok", negative: true));
        await Route(Router(webhook));
        var told = webhook
            ? JsonNode.Parse(_desk.Got.ShouldHaveSingleItem().Body)!["knownProblems"]!.AsArray().Select(problem => problem!["fix"]!.GetValue<string>())
            : _mail.Sent.ShouldHaveSingleItem().Notice.Remarks;
        told.ShouldHaveSingleItem().ShouldEndWith("Bant onarılıyor");
    }

    private static KnownProblem Problem(string id, string target, string fix, DateTimeOffset? fixedAt) =>
        new() { Id = id, Watch = Crisis.Watch, Target = target, Fix = fix, Since = StoreBench.Nine.AddDays(-2), FixedAt = fixedAt, By = "ayse", At = StoreBench.Nine.AddDays(-2) };

    [Fact]
    public async Task MailFailed_StandsInTheLogWithWhy_AndTheComplaintsWait()
    {
        await Store(Post("1", "kargom yok", negative: true));
        var mail = new FakeChannel("mail", new SendOutcome(SendStatus.Unavailable, "mailbox full"), SendOutcome.Accepted);
        var router = Router(webhook: false, mail: mail);
        (await Route(router)).Routed.ShouldBe(0);
        var line = (await new NoticeLog(_bench.Rows).OfCrisisAsync(Crisis.Id)).ShouldHaveSingleItem();
        (line.Status, line.Why).ShouldBe((DeliveryStatus.Waiting, "mailbox full"));
        (await Route(router)).Routed.ShouldBe(1);
        (await new NoticeLog(_bench.Rows).OfCrisisAsync(Crisis.Id)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Drill_HandsRealCustomersToNobody()
    {
        await Store(Post("1", "kargom yok", negative: true));
        (await Router(webhook: true).RouteAsync(Crisis with { Drill = true }, StoreBench.Nine, _bench.Time.GetUtcNow())).ShouldBe(ComplaintTotals.None);
        _desk.Got.ShouldBeEmpty();
    }

    [Fact]
    public async Task CorrectedSentiment_ByAPersonOfTheCrisis_ChangesMentionAndWindow()
    {
        await Store(Post("1", "kargom yok", negative: true));
        (await _bench.Window()).Negative.ShouldBe(1);
        var decision = new Decision
        {
            Id = "d",
            Crisis = Crisis.Id,
            Watch = "kuzey",
            Person = "ayse",
            Verb = DecisionVerb.CorrectSentiment,
            At = StoreBench.Nine.AddMinutes(3),
            Arguments = new Dictionary<string, string> { ["mention"] = "mastodon|1", ["label"] = "positive" },
        };
        var records = new DecisionRecords(_bench.Rows, _bench.Store);
        await records.RecordAsync(Crisis, decision);
        await records.RecordAsync(Crisis, decision);
        var window = await _bench.Window();
        (window.Negative, window.Positive).ShouldBe((0, 1));
    }

    private Task<ComplaintTotals> Route(ComplaintRouter router) => router.RouteAsync(Crisis, StoreBench.Nine, _bench.Time.GetUtcNow()).AsTask();

    private ComplaintRouter Router(bool webhook, FakeHttp? http = null, FakeChannel? mail = null)
    {
        ChannelSettings[] channels = webhook ? [new ChannelSettings("webhook") { Id = "desk", Url = "https://desk.example", Purpose = "complaints" }] : [];
        var config = new ScriptedConfig(new CrisisConfig
        {
            Watches = new Dictionary<string, Watch> { ["kuzey"] = new() { Id = "kuzey", Name = "Kuzey Kargo" } },
            Teams = new Dictionary<string, Team> { ["default"] = Rosters.Usual with { Channels = channels } },
            Playbooks = Rosters.Playbooks,
        });
        var links = new NoticeLinks(new Uri("https://crisis.example"), new SignedLinks(new LinkKeys("a key for tests, long enough to be one"), _bench.Time));
        var desk = new ComplaintDesk(config, new WebhookPost((http ?? _desk).Client, new FakeSecrets(), _bench.Time), [mail ?? _mail], new NoticeLog(_bench.Rows), links, new KnownProblems(_bench.Rows));
        return new ComplaintRouter(_bench.Rows, _bench.Store, desk);
    }

    private async Task Store(params ScoredMention[] mentions) =>
        await _bench.Store.StoreAsync(new ScoredBatch("kuzey", mentions) { ReceivedAt = _bench.Time.GetUtcNow() });

    private static ScoredMention Post(string id, string text, bool negative, string? target = "kargo") => new(
        new Mention { Source = "mastodon", Id = id, Text = text, CreatedAt = StoreBench.Nine, Author = new MentionAuthor(id, "@" + id, 3), Url = $"https://mastodon.example/{id}" },
        Sentiment(negative ? SentimentLabel.Negative : SentimentLabel.Positive, target),
        "test");

    private static ScoredMention Reply(string id, string to, string text, bool own, int minutes, SentimentLabel label = SentimentLabel.Neutral) => new(
        new Mention { Source = "mastodon", Id = id, Text = text, CreatedAt = StoreBench.Nine.AddMinutes(minutes), Author = new MentionAuthor(id, "@" + id, 3), ReplyTo = to, Own = own },
        Sentiment(label, null),
        "test");

    private static TextSentiment Sentiment(SentimentLabel label, string? target) =>
        new(label, label == SentimentLabel.Positive ? 1 : 0, label == SentimentLabel.Neutral ? 1 : 0, label == SentimentLabel.Negative ? 1 : 0)
        {
            Targets = target is null ? [] : [new OpinionTarget(target, label)],
        };
}

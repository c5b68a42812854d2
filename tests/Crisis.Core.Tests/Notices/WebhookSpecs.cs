using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Callbacks;
using Crisis.Core.Notices.Cards;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Response;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Notices;

public sealed class WebhookSpecs
{
    private static readonly DateTimeOffset Now = NoticeSample.Since.AddMinutes(20);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly FakeSecrets _secrets = new() { ["pager"] = "k-123", ["teams"] = "https://teams.example/workflows/secret?sig=x" };

    [Fact]
    public void Signature_OfTheStandardsExample_IsTheStandards()
    {
        // The example that the Standard Webhooks specification's reference libraries test with.
        var headers = WebhookSignature.Headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        headers["webhook-signature"].ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Fact]
    public void Signature_OfAnotherBodyIdTimeOrSecret_DoesNotHold()
    {
        var given = WebhookSignature.Headers("id", Now, "{}", "secret");
        bool Holds(string id, string time, string body, string secret, DateTimeOffset now) =>
            WebhookSignature.Holds(id, time, "v1,AAAA " + given["webhook-signature"], body, secret, now);
        var stamp = given["webhook-timestamp"];

        Holds("id", stamp, "{}", "secret", Now.AddMinutes(4)).ShouldBeTrue();
        Holds("id2", stamp, "{}", "secret", Now).ShouldBeFalse();
        Holds("id", "1" + stamp, "{}", "secret", Now).ShouldBeFalse();
        Holds("id", stamp, "{ }", "secret", Now).ShouldBeFalse();
        Holds("id", stamp, "{}", "Secret", Now).ShouldBeFalse();
        Holds("id", stamp, "{}", "secret", Now.AddMinutes(6)).ShouldBeFalse();
    }

    [Fact]
    public async Task Webhook_OwnTemplate_IsSignedAndCarriesTheId()
    {
        var http = new FakeHttp();
        var outcome = await Channel(http).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr", true), Address(null, "secret:pager"));

        outcome.ShouldBe(SendOutcome.Accepted);
        var (_, body, headers) = http.Got.ShouldHaveSingleItem();
        WebhookSignature.Holds(headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body, "k-123", Now).ShouldBeTrue();
        JsonNode.Parse(body)!["id"]!.GetValue<string>().ShouldBe("kuzey-20260302-0915-mentions/first/channel:teams");
        JsonNode.Parse(body)!["kind"]!.GetValue<string>().ShouldBe("complaint-wave");
    }

    [Theory]
    [InlineData(NoticeReason.First, "trigger")]
    [InlineData(NoticeReason.Escalation, "trigger")]
    [InlineData(NoticeReason.Stale, "resolve trigger")]
    [InlineData(NoticeReason.Relapse, "resolve trigger")]
    [InlineData(NoticeReason.Acknowledged, "acknowledge")]
    [InlineData(NoticeReason.Closed, "resolve")]
    [InlineData(NoticeReason.Update, "")]
    public async Task PagerDuty_EachReason_ActsUnderTheCrisissKey(NoticeReason reason, string actions)
    {
        var http = new FakeHttp();
        var outcome = await Channel(http).SendAsync(NoticeSample.Compose(reason, "tr", true), Address("pagerduty", "secret:pager"));

        var bodies = http.Got.Select(got => JsonNode.Parse(got.Body)!).ToArray();
        string.Join(' ', bodies.Select(body => body["event_action"]!.GetValue<string>())).ShouldBe(actions);
        bodies.ShouldAllBe(body => body["dedup_key"]!.GetValue<string>() == NoticeSample.State.Id && body["routing_key"]!.GetValue<string>() == "k-123");
        outcome.Status.ShouldBe(actions.Length == 0 ? SendStatus.NotNeeded : SendStatus.Accepted);
        foreach (var body in bodies.Where(body => body["event_action"]!.GetValue<string>() == "trigger"))
        {
            body["payload"]!["severity"]!.GetValue<string>().ShouldBe("error");
            body["payload"]!["source"]!.GetValue<string>().ShouldBe("kuzey");
            body["payload"]!["summary"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(1024);
        }
    }

    [Fact]
    public async Task Opsgenie_FirstThenAcknowledged_CreatesAndAcknowledgesByAlias()
    {
        var http = new FakeHttp();
        await Channel(http).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr", true), Address("opsgenie", "secret:pager"));
        await Channel(http).SendAsync(NoticeSample.Compose(NoticeReason.Acknowledged, "tr", true), Address("opsgenie", "secret:pager"));

        http.Got[0].Url.AbsoluteUri.ShouldBe("https://hook.example/v2/alerts");
        var created = JsonNode.Parse(http.Got[0].Body)!;
        created["alias"]!.GetValue<string>().ShouldBe(NoticeSample.State.Id);
        created["message"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(130);
        created["priority"]!.GetValue<string>().ShouldBe("P2");
        http.Got[0].Headers["Authorization"].ShouldBe("GenieKey k-123");
        http.Got[1].Url.AbsoluteUri.ShouldBe($"https://hook.example/v2/alerts/{NoticeSample.State.Id}/acknowledge?identifierType=alias");
    }

    [Fact]
    public async Task Sms_ToAPerson_IsAFormWithTheLinkWhole()
    {
        var http = new FakeHttp();
        var address = Address("sms", "secret:pager") with { Person = NoticeSample.Ayse };
        await Channel(http).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr"), address);

        var form = http.Got[0].Body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        form["To"].ShouldBe("+905321112233");
        form["Body"].ShouldEndWith("\nhttps://kriz.kuzey.example/l/AAAA");
        form["Body"].Length.ShouldBeLessThanOrEqualTo(335);
        http.Got[0].Headers["Authorization"].ShouldBe("Bearer k-123");
    }

    [Theory]
    [InlineData(200, SendStatus.Accepted)]
    [InlineData(202, SendStatus.Accepted)]
    [InlineData(400, SendStatus.Refused)]
    [InlineData(403, SendStatus.Refused)]
    [InlineData(404, SendStatus.Refused)]
    [InlineData(429, SendStatus.Throttled)]
    [InlineData(502, SendStatus.Uncertain)]
    [InlineData(503, SendStatus.Unavailable)]
    public async Task Post_EachAnswer_IsJudged(int code, SendStatus status)
    {
        var http = new FakeHttp(_ => new HttpResponseMessage((HttpStatusCode)code) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)) } });
        var outcome = await Channel(http).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr", true), Address(null, null));

        outcome.Status.ShouldBe(status);
        if (code is 429 or 503) outcome.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Post_NoConnection_SurelyDidNotArrive_BrokenConnectionMayHave()
    {
        var refused = new FakeHttp(_ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        var broken = new FakeHttp(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        var notice = NoticeSample.Compose(NoticeReason.First, "tr", true);

        (await Channel(refused).SendAsync(notice, Address(null, null))).Status.ShouldBe(SendStatus.Unavailable);
        (await Channel(broken).SendAsync(notice, Address(null, null))).Status.ShouldBe(SendStatus.Uncertain);
    }

    [Fact]
    public async Task Teams_FifthInASecond_IsAskedToWait_AndTheAddressStaysSecret()
    {
        var http = new FakeHttp(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        var teams = new TeamsChannel(http.Client, _secrets, _time);
        var address = new NoticeAddress("teams", "teams", new ChannelSettings("teams") { Url = "secret:teams" });
        var notice = NoticeSample.Compose(NoticeReason.First, "tr", true);
        for (var i = 0; i < 4; i++) (await teams.SendAsync(notice, address)).Why!.ShouldNotContain("sig=");

        var fifth = await teams.SendAsync(notice, address);
        fifth.Status.ShouldBe(SendStatus.Throttled);
        _time.Advance(fifth.RetryAfter!.Value);
        (await teams.SendAsync(notice, address)).Status.ShouldBe(SendStatus.Refused);
        http.Got.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Webhook_SecretThatIsNotThere_IsRefusedAndNothingGoesOut()
    {
        var http = new FakeHttp();
        var outcome = await Channel(http).SendAsync(NoticeSample.Compose(NoticeReason.First, "tr", true), Address(null, "secret:nowhere"));

        outcome.Status.ShouldBe(SendStatus.Refused);
        http.Got.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_OfEachService_NameThePerson()
    {
        var pagerDuty = PagerAnswers.Read("""{"event":{"id":"e1","event_type":"incident.acknowledged","agent":{"summary":"Ayşe Demir","type":"user_reference"},"data":{"incident_key":"kuzey-1","status":"acknowledged"}}}""")!;
        pagerDuty.ShouldBe(new PagerAnswer("pagerduty-e1", "kuzey-1", "Ayşe Demir"));
        var opsgenie = PagerAnswers.Read("""{"action":"Acknowledge","alert":{"alertId":"a1","alias":"kuzey-1","username":"AYSE@kuzey.example"}}""")!;
        opsgenie.Crisis.ShouldBe("kuzey-1");
        var own = PagerAnswers.Read("""{"person":"ayse"}""")!;

        foreach (var answer in (PagerAnswer[])[pagerDuty, opsgenie, own]) PagerAnswers.PersonOf(answer.Who, NoticeSample.Context.People).ShouldBe(NoticeSample.Ayse);
    }

    [Theory]
    [InlineData("""{"event":{"event_type":"incident.resolved"}}""")]
    [InlineData("""{"action":"Create","alert":{"alias":"x"}}""")]
    [InlineData("""{"person":""}""")]
    [InlineData("[]")]
    public void Answers_ThatAreNoAcknowledgement_AreNone(string body) => PagerAnswers.Read(body).ShouldBeNull();

    [Fact]
    public void PagerDutySigned_OnlyWithTheRightSecretAndBody()
    {
        const string body = "{}";
        var mac = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("s"u8, "{}"u8));

        PagerAnswers.PagerDutySigned("v1=" + new string('0', 64) + ",v1=" + mac, body, "s").ShouldBeTrue();
        PagerAnswers.PagerDutySigned("v1=" + mac, body + " ", "s").ShouldBeFalse();
        PagerAnswers.PagerDutySigned("v1=zz", body, "s").ShouldBeFalse();
    }

    private WebhookChannel Channel(FakeHttp http) => new(http.Client, _secrets, _time);

    private static NoticeAddress Address(string? template, string? secret) =>
        new("hook", "webhook", new ChannelSettings("webhook") { Url = "https://hook.example/v2/alerts", Secret = secret, Template = template });
}

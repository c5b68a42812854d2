using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Callbacks;

/// <summary>What outside systems say back, and what nobody may say in their name.</summary>
public sealed class CallbackSpecs
{
    private static readonly PageSettings Public = new() { PublicUrl = new Uri("http://127.0.0.1") };

    [Theory]
    [InlineData("""{"person":"mehmet"}""")]
    [InlineData("""{"email":"MEHMET@kuzey.example","id":"7"}""")]
    [InlineData("""{"event":{"id":"01","event_type":"incident.acknowledged","agent":{"summary":"Mehmet Kaya"},"data":{}}}""")]
    [InlineData("""{"action":"Acknowledge","alert":{"alertId":"a","username":"mehmet@kuzey.example"}}""")]
    public async Task Acknowledgement_ByTheNoticesAddress_IsThePersons(string body)
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        using var answer = await PostAsync(client, Address(site), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await JsonOf(answer))["result"]!.GetValue<string>().ShouldBe("taken");
        (await StateAsync(site)).Lead.ShouldBe("mehmet");
        using var again = await PostAsync(client, Address(site), body);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Get<Timeline>().ReadAsync(SampleCrisis.Id)).Count(l => l.Event == "lead").ShouldBe(1);
    }

    [Fact]
    public async Task Address_OfAnotherPurposeOrKeyOrTime_DoesNothing()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var before = await site.RowsAsync();
        var foreign = new SignedLinks(new LinkKeys("another key for tests, long enough too"), site.Clock).Mint(Claim(site), "x");
        foreach (var token in (string[])[site.Link("ayse", "acknowledge")[3..], site.Survey()[8..], foreign, "nonsense", site.Links.Mint(Claim(site) with { Expires = site.Clock.GetUtcNow().AddHours(-1) }, "x")])
        {
            using var answer = await PostAsync(client, "/callbacks/" + token, """{"person":"ayse"}""");
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Gone);
            (await JsonOf(answer))["faults"]![0]!["remedy"]!.GetValue<string>().ShouldNotBeEmpty();
        }

        (await site.RowsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[1]", 200)]
    [InlineData("""{"action":"Close","alert":{}}""", 200)]
    [InlineData("""{"person":"mallory"}""", 422)]
    public async Task Body_OfNoUse_IsAnsweredPlainlyAndChangesNothing(string body, int status)
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        using var answer = await PostAsync(client, Address(site), body);
        ((int)answer.StatusCode).ShouldBe(status);
        (await StateAsync(site)).Lead.ShouldBeNull();
    }

    [Fact]
    public async Task Body_TooLargeOrGet_IsRefused()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        (await PostAsync(client, Address(site), $$"""{"person":"{{new string('a', 70_000)}}"}""")).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await client.GetAsync(Address(site))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await StateAsync(site)).Lead.ShouldBeNull();
    }

    [Fact]
    public async Task PagerDuty_SignedSubscription_AcknowledgesTheIncidentsCrisis()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var body = """{"event":{"id":"01","event_type":"incident.acknowledged","agent":{"summary":"Ayşe Demir"},"data":{"incident_key":"ID"}}}""".Replace("ID", SampleCrisis.Id, StringComparison.Ordinal);
        (await PostAsync(client, "/callbacks/pagerduty", body, ("X-PagerDuty-Signature", "v1=" + Mac(body, "wrong")))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(client, "/callbacks/pagerduty", body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await StateAsync(site)).Lead.ShouldBeNull();
        (await PostAsync(client, "/callbacks/pagerduty", body, ("X-PagerDuty-Signature", "v1=" + Mac(body, "pd-secret")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(site)).Lead.ShouldBe("ayse");
    }

    [Fact]
    public async Task Opsgenie_WithItsKey_AcknowledgesTheAliasCrisis()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var body = """{"action":"Acknowledge","alert":{"alertId":"a","alias":"ID","username":"jane@kuzey.example"}}""".Replace("ID", SampleCrisis.Id, StringComparison.Ordinal);
        (await PostAsync(client, "/callbacks/opsgenie", body, ("X-Crisis-Key", "pd-secret"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(client, "/callbacks/opsgenie", body, ("X-Crisis-Key", "og-secret"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(site)).Lead.ShouldBe("jane");
    }

    [Theory]
    [InlineData("Tamam, bende", "mehmet")]
    [InlineData("ok", "mehmet")]
    [InlineData("Kim bu?", null)]
    public async Task Sms_WrittenBack_AcknowledgesWhatCalledThatPerson(string text, string? lead)
    {
        var calling = SampleCrisis.State with { Ladder = SampleCrisis.State.Ladder with { Round = 1, BeganAt = SampleCrisis.Opened, Calls = [new Call("mehmet", SampleCrisis.Opened, 0, null)] } };
        await using var site = await SampleSite.StartAsync(Public, calling);
        using var client = site.Client();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["From"] = "+90 532 000 00 02", ["Body"] = text });
        (await client.PostAsync("/callbacks/sms?key=no", form)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.PostAsync("/callbacks/sms?key=sms-secret", form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(site)).Lead.ShouldBe(lead);
    }

    [Fact]
    public async Task Complaint_AnsweredByCustomerService_CountsFromTheTimeTheySay()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var complaint = SampleCrisis.Complaints.First(c => c.AnsweredAt is null);
        var address = "/callbacks/" + site.Links.Mint(Claim(site) with { Action = NoticeLinks.ComplaintAction + complaint.Id }, "c");
        (await PostAsync(client, address, """{"at":"yesterday-ish"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var first = await PostAsync(client, address, $$"""{"at":"{{SampleCrisis.Now.AddMinutes(-3):O}}"}""");
        (await JsonOf(first))["result"]!.GetValue<string>().ShouldBe("taken");
        using var again = await PostAsync(client, address, "");
        (await JsonOf(again))["result"]!.GetValue<string>().ShouldBe("known");
        var known = await site.Get<Complaints>().FindAsync(SampleCrisis.Id, complaint.Id);
        known!.AnsweredAt.ShouldBe(SampleCrisis.Now.AddMinutes(-3));
        (await StateAsync(site)).Lead.ShouldBeNull("an address of a complaint acknowledges nothing");
        var other = "/callbacks/" + site.Links.Mint(Claim(site) with { Action = NoticeLinks.ComplaintAction + "no-such" }, "c");
        (await PostAsync(client, other, "")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static LinkClaim Claim(SampleSite site) => new(LinkPurpose.Callback, "", SampleCrisis.Id, "acknowledge", site.Clock.GetUtcNow().AddDays(35));

    private static string Address(SampleSite site) => "/callbacks/" + site.Links.Mint(Claim(site), "callback");

    private static async Task<CrisisState> StateAsync(SampleSite site) => (await site.Get<CrisisTable>().FindAsync(SampleCrisis.Id))!;

    private static async Task<JsonNode> JsonOf(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private static string Mac(string body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }
}

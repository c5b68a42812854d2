using System.Net;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Response;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Notices;

/// <summary>What comes of a post to an outside service, in words a person can use.</summary>
public sealed class WebhookPostSpecs
{
    private readonly FakeTimeProvider _time = new(NoticeSample.Since);

    [Theory]
    [InlineData(200, "ok", SendStatus.Accepted, "ok")]
    [InlineData(202, """{"answer":"three paused"}""", SendStatus.Accepted, "three paused")]
    [InlineData(200, """{"message":7}""", SendStatus.Accepted, """{"message":7}""")]
    [InlineData(404, "", SendStatus.Refused, "")]
    [InlineData(429, "slow", SendStatus.Unavailable, "slow")]
    [InlineData(503, "", SendStatus.Unavailable, "")]
    public async Task Post_EachAnswer_IsAnOutcome(int status, string body, SendStatus expected, string text)
    {
        var http = new FakeHttp(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) });
        var answer = await Post(http).PostAsync(Channel("https://desk.example/x"), "id", "{}", TestContext.Current.CancellationToken);
        answer.Outcome.Status.ShouldBe(expected);
        answer.Text.ShouldBe(text);
    }

    [Fact]
    public async Task Post_ServerUnreachable_NamesTheHostAndNotTheAddress()
    {
        var http = new FakeHttp(_ => throw new HttpRequestException("connection refused"));
        var answer = await Post(http).PostAsync(Channel("https://desk.example/hook?token=hush"), "id", "{}", TestContext.Current.CancellationToken);
        answer.Outcome.Status.ShouldBe(SendStatus.Unavailable);
        answer.Outcome.Why!.ShouldContain("desk.example");
        answer.Outcome.Why!.ShouldNotContain("hush");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("secret:nowhere", null)]
    [InlineData("ftp://desk.example", null)]
    [InlineData("https://desk.example", "secret:nowhere")]
    public async Task Post_WithoutAddressOrSecret_IsRefusedAndNothingGoesOut(string? url, string? secret)
    {
        var http = new FakeHttp();
        var answer = await Post(http).PostAsync(Channel(url) with { Secret = secret }, "id", "{}", TestContext.Current.CancellationToken);
        answer.Outcome.Status.ShouldBe(SendStatus.Refused);
        http.Got.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_LongAnswer_IsCutToOneLine()
    {
        var http = new FakeHttp(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(new string('x', 100_000) + "\nmore") });
        var answer = await Post(http).PostAsync(Channel("https://desk.example"), "id", "{}", TestContext.Current.CancellationToken);
        answer.Text.Length.ShouldBeLessThanOrEqualTo(200);
        answer.Text.ShouldNotContain("\n");
    }

    private WebhookPost Post(FakeHttp http) => new(http.Client, new FakeSecrets(), _time);

    private static ChannelSettings Channel(string? url) => new("webhook") { Id = "desk", Url = url };
}

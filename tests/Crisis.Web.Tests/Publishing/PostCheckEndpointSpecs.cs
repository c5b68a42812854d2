using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Publishing;

/// <summary>Tools that schedule posts ask before they publish.</summary>
public sealed class PostCheckEndpointSpecs
{
    private const string Key = "the installation's key";

    private static readonly PageSettings Public = new() { PublicUrl = new Uri("http://127.0.0.1"), Key = Key };

    [Fact]
    public async Task Post_DuringACrisis_IsHeldBackWithReasonsInTheLanguageAskedFor()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        using var answer = await AskAsync(client, """{"watch":"kuzey","text":"Yeni kampanya! https://kuzey.example","language":"tr"}""", key: Key);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        said["stop"]!.GetValue<bool>().ShouldBeTrue();
        said["language"]!.GetValue<string>().ShouldBe("tr");
        said["findings"]!.AsArray().Select(f => f!["key"]!.GetValue<string>()).ShouldContain("crisis");
        said["findings"]!.AsArray().Select(f => f!["text"]!.GetValue<string>()).ShouldContain(t => t.Contains("şikâyet dalgası", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_WithoutKeyOrSignIn_IsNotLookedAt_SignedInItIs()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        (await AskAsync(client, "{}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(client, "{}", key: "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(client, """{"watch":"kuzey","text":"x"}""", site.Cookie("ayse"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(client, """{"watch":"lodos","text":"x"}""", site.Cookie("ayse"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("nonsense", "(body)")]
    [InlineData("[]", "(body)")]
    [InlineData("""{"text":"x"}""", "watch")]
    [InlineData("""{"watch":"nobody","text":"x"}""", "watch")]
    [InlineData("""{"watch":"kuzey"}""", "text")]
    [InlineData("""{"watch":"kuzey","text":7}""", "text")]
    public async Task Body_Wrong_SaysWhichField(string body, string field)
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        using var answer = await AskAsync(client, body, key: Key);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["faults"]![0]!["where"]!.GetValue<string>().ShouldBe(field);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string body, string? cookie = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/publishing/check") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (key is not null) request.Headers.Add("X-Crisis-Key", key);
        return await client.SendAsync(request);
    }
}

using System.Net;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Readiness;

/// <summary>Who decides about thresholds sees what people said of each detector.</summary>
public sealed class FeedbackSpecs
{
    private const string Page = "/readiness";

    [Theory]
    [InlineData("en", "All crises together", "more negative posts than usual")]
    [InlineData("tr", "Bütün krizler birlikte", "olağandan çok olumsuz paylaşım")]
    public async Task Word_SaidOnACrisis_IsCountedForItsDetectors(string language, string whole, string detector)
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        (await client.GetStringAsync($"{Page}?lang={language}")).ShouldNotContain(whole);
        (await client.SubmitAsync($"/crises/{SampleCrisis.Id}", $"/crises/{SampleCrisis.Id}/decide/feedback", ("useful", "false"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync($"{Page}?lang={language}"));
        html.ShouldContain($"<tr><th scope=\"row\">{whole}</th><td>0</td><td>1</td></tr>");
        html.ShouldContain($"<tr><th scope=\"row\">{detector}</th><td>0</td><td>1</td></tr>");
    }

    [Fact]
    public async Task Words_OfSeveralPeople_CountOnceACrisis_TheLatestStands()
    {
        await using var site = await SampleSite.StartAsync();
        var now = site.Clock.GetUtcNow();
        await Say(site, "kuzey", "c1", "ayse", useful: false, now.AddHours(-2));
        await Say(site, "kuzey", "c1", "mehmet", useful: true, now.AddHours(-1));
        await Say(site, "kuzey", "c2", "ayse", useful: true, now.AddDays(-89));
        await Say(site, "kuzey", "c3", "ayse", useful: false, now.AddDays(-3));
        await Say(site, "kuzey", "long-ago", "ayse", useful: false, now.AddDays(-91));
        using var client = site.Client();
        (await client.GetStringAsync(Page + "?lang=en")).ShouldContain("<th scope=\"row\">more posts than usual</th><td>2</td><td>1</td>");
    }

    [Fact]
    public async Task Words_OfAnotherTeamsWatch_AreNotShown()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        await Say(site, "lodos", "c1", "can", useful: false, site.Clock.GetUtcNow());
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        (await client.GetStringAsync(Page + "?lang=en")).ShouldContain("Nobody has judged an alarm yet");
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("can"));
        (await client.GetStringAsync(Page + "?lang=en")).ShouldContain("<caption>Lodos Telekom</caption>");
    }

    private static ValueTask Say(SampleSite site, string watch, string crisis, string by, bool useful, DateTimeOffset at) =>
        site.Get<DetectorFeedbacks>().SaveAsync(new DetectorFeedback(watch, "surge", crisis, useful, by, at, null));
}

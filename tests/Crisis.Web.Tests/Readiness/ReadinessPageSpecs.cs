using System.Net;
using Crisis.Web.Hosting;
using Crisis.Web.Readiness;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Readiness;

/// <summary>Channels are tried before they are needed.</summary>
public sealed class ReadinessPageSpecs
{
    private const string Page = "/readiness";

    [Fact]
    public async Task TestNotice_OverMail_ComesToWhoAsked_AndIsRemembered()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client(follow: true);
        (await client.GetStringAsync(Page + "?lang=en")).ShouldContain("never tested");
        using var answer = await client.SubmitAsync(Page, Page, ("team", "default"), ("channel", "mail"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"status\"");
        var (notice, to) = site.Mail.Sent.ShouldHaveSingleItem();
        to.ShouldBe("ayse@kuzey.example");
        notice.Drill.ShouldBeTrue();
        notice.What.ShouldContain("Ayşe Demir");
        var line = (await site.Get<ChannelTests>().ListAsync(SampleConfig.Config.Teams["default"])).Single(l => l.Channel == "mail");
        line.Last!.Taken.ShouldBeTrue();
        line.Last.At.ShouldBe(site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task TestNotice_OverAChannelThatIsNotThere_SaysWhyAndStaysNotReady()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client(follow: true);
        using var answer = await client.SubmitAsync(Page, Page, ("team", "default"), ("channel", "pagerduty"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("receipt refused");
        var line = (await site.Get<ChannelTests>().ListAsync(SampleConfig.Config.Teams["default"])).Single(l => l.Channel == "pagerduty");
        line.Last!.Taken.ShouldBeFalse();
        line.Last.Why.ShouldNotBeNull();
    }

    [Fact]
    public async Task TestNotice_ByNoLeadOrOfAnotherTeam_IsNotSent()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        var form = await client.GetStringAsync(Page);
        (await client.PostAsync(Page, SampleForms.Form(form, Page, ("team", "lodos"), ("channel", "mail")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("mehmet"));
        (await client.GetStringAsync(Page)).ShouldNotContain("name=\"channel\"");
        site.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task TestNotices_InAFlood_AreStopped()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        HttpStatusCode last = default;
        for (var i = 0; i < 14; i++)
        {
            last = (await client.SubmitAsync(Page, Page, ("team", "default"), ("channel", "mail"))).StatusCode;
            site.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        site.Mail.Sent.Count.ShouldBe(12);
    }
}

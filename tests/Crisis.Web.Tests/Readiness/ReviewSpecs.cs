using System.Net;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Crisis.Web.Readiness;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Readiness;

/// <summary>What the team confirms after a crisis, or here, counts as reviewed for 90 days.</summary>
public sealed class ReviewSpecs
{
    private const string Page = "/readiness";
    private const string Crisis = $"/crises/{SampleCrisis.Id}";

    private static readonly CrisisState Over = SampleCrisis.Reported with { RecoveredAt = SampleCrisis.Now };

    [Theory]
    [InlineData("roster", "Roster confirmed within 90 days: <b>default")]
    [InlineData("ladder", "Ladder confirmed within 90 days: <b>default")]
    [InlineData("playbook", "days: <b>complaint wave")]
    public async Task Reviewed_OnTheCrisisPage_MakesTheReadinessPageSaySo_For90Days(string what, string line)
    {
        await using var site = await SampleSite.StartAsync(state: Over);
        using var client = site.Client();
        (await LineAsync(client, line)).ShouldContain("! missing");

        using var said = await client.SubmitAsync(Crisis, $"{Crisis}/decide/reviewed", ("what", what));
        said.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await said.Content.ReadAsStringAsync());

        var now = await LineAsync(client, line);
        now.ShouldContain("✓ in order");
        now.ShouldContain("2 March 2026 · Ayşe Demir");
        site.Clock.Advance(TimeSpan.FromDays(91));
        (await LineAsync(client, line)).ShouldContain("! missing");
    }

    [Fact]
    public async Task Reviewed_OfOnePlaybook_SaysNothingOfTheOthers()
    {
        await using var site = await SampleSite.StartAsync(state: Over);
        using var client = site.Client();
        await client.SubmitAsync(Crisis, $"{Crisis}/decide/reviewed", ("what", "playbook"));
        (await LineAsync(client, "account takeover")).ShouldContain("! missing");
        (await LineAsync(client, "Roster confirmed within 90 days: <b>default")).ShouldContain("! missing");
    }

    [Fact]
    public async Task Reviewed_OnTheReadinessPageItself_NeedsNoCrisis()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        var form = SampleForms.Form(Confirming(await client.GetStringAsync(Page + "?lang=en"), "roster"), Page);
        (await client.PostAsync(Page, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await LineAsync(client, "Roster confirmed within 90 days: <b>default")).ShouldContain("✓ in order");
        var kept = (await site.Get<Reviews>().ListAsync("default")).ShouldHaveSingleItem();
        (kept.What, kept.By, kept.Crisis).ShouldBe(("roster", "ayse", null));
    }

    [Fact]
    public async Task Reviewed_OfNothingThatThereIs_OrByNoLead_IsNotKept()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        var html = Confirming(await client.GetStringAsync(Page), "roster");
        (await client.PostAsync(Page, SampleForms.Form(html, Page, ("review", "weather")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsync(Page, SampleForms.Form(html, Page, ("team", "lodos")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("mehmet"));
        (await client.GetStringAsync(Page)).ShouldNotContain("name=\"review\"");
        (await client.PostAsync(Page, SampleForms.Form(html, Page))).StatusCode.ShouldNotBe(HttpStatusCode.SeeOther);
        (await site.Get<Reviews>().ListAsync("default")).ShouldBeEmpty();
        (await site.Get<Reviews>().ListAsync("lodos")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Roster_ChangedOnThePages_CountsAsReviewed()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        await site.Get<ConfigChanges>().AddAsync("teams/default.yaml", "a", "b", "mehmet", site.Clock.GetUtcNow());
        (await LineAsync(client, "Roster confirmed within 90 days: <b>default")).ShouldContain("Mehmet Kaya");
    }

    [Fact]
    public async Task Feedback_OnTheCrisisPage_IsCountedByDetector()
    {
        await using var site = await SampleSite.StartAsync(state: Over);
        using var client = site.Client();
        (await client.GetStringAsync(Page + "?lang=en")).ShouldContain("Nobody has judged an alarm yet");

        using var said = await client.SubmitAsync(Crisis, $"{Crisis}/decide/feedback", ("useful", "false"));
        said.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await said.Content.ReadAsStringAsync());

        (await LineAsync(client, "More negative posts than usual")).ShouldContain("noise: 1");
        (await client.GetStringAsync(Page + "?lang=tr")).ShouldContain("gereksizdi: 1");
        site.Clock.Advance(TimeSpan.FromDays(91));
        (await client.GetStringAsync(Page + "?lang=en")).ShouldNotContain("noise: 1");
    }

    [Fact]
    public async Task Feedback_OfSeveralPeopleAndCrises_CountsEachCrisisOnceByItsLatestWord()
    {
        await using var site = await SampleSite.StartAsync();
        var (now, feedbacks) = (site.Clock.GetUtcNow(), site.Get<DetectorFeedbacks>());
        await feedbacks.SaveAsync(new DetectorFeedback("kuzey", "surge", "c1", true, "ayse", now.AddHours(-2), null));
        await feedbacks.SaveAsync(new DetectorFeedback("kuzey", "surge", "c1", false, "mehmet", now.AddHours(-1), null));
        await feedbacks.SaveAsync(new DetectorFeedback("kuzey", "surge", "c2", false, "ayse", now.AddHours(-3), null));
        await feedbacks.SaveAsync(new DetectorFeedback("kuzey", "surge", "c3", true, "ayse", now.AddDays(-3), null));
        await feedbacks.SaveAsync(new DetectorFeedback("kuzey", "surge", "c4", true, "ayse", now.AddDays(-100), null));
        await feedbacks.SaveAsync(new DetectorFeedback("lodos", "silence", "c5", true, "can", now.AddDays(-1), null));

        var verdicts = await site.Get<DetectorVerdicts>().ReadAsync(SampleConfig.Config.Watches.Values, now);

        verdicts.Select(v => (v.Watch, v.Detector, v.Useful, v.Noise)).ShouldBe([("Kuzey Kargo", "surge", 1, 2), ("Lodos Telekom", "silence", 1, 0)]);
    }

    /// <summary>The item of the page that says this, without its tags.</summary>
    private static async Task<string> LineAsync(HttpClient client, string text)
    {
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(Page + "?lang=en"));
        var items = html.Split("<li").Skip(1).Select(i => i.Split("</li>")[0]);
        return items.First(i => i.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>The page from the form on that confirms this of the default team.</summary>
    private static string Confirming(string html, string what)
    {
        var button = html.IndexOf($"name=\"review\" value=\"{what}\"", StringComparison.Ordinal);
        button.ShouldBeGreaterThan(0);
        return html[html.LastIndexOf("<form", button, StringComparison.Ordinal)..];
    }
}

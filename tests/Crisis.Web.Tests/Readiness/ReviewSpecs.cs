using System.Net;
using System.Text.RegularExpressions;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Readiness;

/// <summary>What the team confirms after a crisis is ready; what nobody has looked at for ninety days is not.</summary>
public sealed partial class ReviewSpecs
{
    private const string Page = "/readiness";
    private const string Crisis = $"/crises/{SampleCrisis.Id}";
    private const string Said = $"/crises/{SampleCrisis.Id}/decide/reviewed";

    private const string Roster = "Roster confirmed within 90 days";
    private const string Ladder = "Ladder confirmed within 90 days";
    private const string Playbook = "Playbook confirmed within 90 days";

    [Theory]
    [InlineData("roster", Roster, "default")]
    [InlineData("ladder", Ladder, "default")]
    [InlineData("playbook", Playbook, "complaint wave")]
    public async Task Review_SaidAfterACrisis_ShowsAsReady_AndNothingElseDoes(string what, string line, string about)
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        var before = Lines(await client.GetStringAsync(Page + "?lang=en"));
        before[$"{line}: {about}"].ShouldStartWith("missing");
        (await client.SubmitAsync(Crisis, Said, ("what", what))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var after = Lines(await client.GetStringAsync(Page + "?lang=en"));
        after[$"{line}: {about}"].ShouldBe("in order 2026-03-02, Ayşe Demir");
        foreach (var other in after.Where(l => l.Key != $"{line}: {about}" && l.Key.Contains("confirmed", StringComparison.Ordinal))) other.Value.ShouldStartWith("missing");
    }

    [Fact]
    public async Task Review_OlderThanNinetyDays_IsMissingAgain()
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        await client.SubmitAsync(Crisis, Said, ("what", "roster"));
        site.Clock.Advance(TimeSpan.FromDays(90));
        Lines(await client.GetStringAsync(Page + "?lang=en"))[$"{Roster}: default"].ShouldStartWith("in order");
        site.Clock.Advance(TimeSpan.FromDays(1));
        Lines(await client.GetStringAsync(Page + "?lang=en"))[$"{Roster}: default"].ShouldStartWith("missing 2026-03-02");
    }

    [Fact]
    public async Task Review_AllSaid_IsNoLongerAsked()
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        foreach (var what in Reviews.All) (await client.SubmitAsync(Crisis, Said, ("what", what))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync(Crisis)).ShouldNotContain(Said);
    }

    [Fact]
    public async Task Review_OnThePageItself_IsKeptForTheLead()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client(follow: true);
        var form = await client.GetStringAsync(Page + "?lang=en");
        using var answer = await client.PostAsync(Page, SampleForms.Form(form, Page, ("review", "playbook/mistaken-post")));
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("role=\"status\"");
        Lines(html)[$"{Playbook}: mistaken post"].ShouldBe("in order 2026-03-02, Ayşe Demir");
        (await site.Get<Reviews>().FindAsync("playbook", "mistaken-post"))!.Crisis.ShouldBeNull();
    }

    [Theory]
    [InlineData("ayse", "roster/lodos", HttpStatusCode.NotFound)]
    [InlineData("ayse", "roster/nowhere", HttpStatusCode.NotFound)]
    [InlineData("ayse", "weather/default", HttpStatusCode.NotFound)]
    [InlineData("ayse", "playbook", HttpStatusCode.NotFound)]
    [InlineData("mehmet", "roster/default", HttpStatusCode.Forbidden)]
    public async Task Review_OfAnotherTeamOrByNoLead_IsNotKept(string person, string review, HttpStatusCode status)
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        var form = await client.GetStringAsync(Page);
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie(person));
        var content = SampleForms.Form(form, Page, ("review", review));
        if (person != "ayse") content = WithTokenOf(site, person, review);
        (await client.PostAsync(Page, content)).StatusCode.ShouldBe(status);
        var slash = review.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0) (await site.Get<Reviews>().FindAsync(review[..slash], review[(slash + 1)..])).ShouldBeNull();
    }

    // Who is no lead sees no form here, but has tokens of their own.
    private static FormUrlEncodedContent WithTokenOf(SampleSite site, string person, string review) => new(new Dictionary<string, string>
    {
        ["_form"] = site.Get<FormTokens>().Issue(person, "readiness", "", site.Clock.GetUtcNow()),
        ["review"] = review,
    });

    /// <summary>What is to be in order, with how it stands.</summary>
    private static Dictionary<string, string> Lines(string html) => Line().Matches(html).ToDictionary(
        m => WebUtility.HtmlDecode($"{m.Groups[2].Value.Trim()} {m.Groups[3].Value}"),
        m => WebUtility.HtmlDecode($"{m.Groups[1].Value.Trim('✓', '!', ' ')} {Quiet().Match(m.Groups[4].Value).Groups[1].Value}").Trim());

    [GeneratedRegex("<span class=\"tag [a-z]+\">(.*?)</span>([^<]*?)<b>(.*?)</b>(.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("<span class=\"quiet\">(.*?)</span>")]
    private static partial Regex Quiet();
}

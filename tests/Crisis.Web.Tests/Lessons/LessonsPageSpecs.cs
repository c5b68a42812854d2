using System.Text.RegularExpressions;
using Crisis.Core.Aftermath;
using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Escalation;
using Crisis.Web.Tests.Browser;
using Crisis.Web.Tests.Samples;
using Microsoft.Playwright;

namespace Crisis.Web.Tests.Lessons;

/// <summary>The way from a crisis to the case that resembles it.</summary>
public sealed partial class LessonsPageSpecs(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Earlier = "kuzey-20251101-0900-mentions";

    [Fact]
    public async Task Lesson_OfTheLibrary_IsLinkedToItsCase()
    {
        foreach (var known in LessonCases.Shipped)
        {
            await using var site = await SampleSite.StartAsync(state: With(known.Id));
            using var client = site.Client();
            var link = Link().Match(await client.GetStringAsync($"/crises/{SampleCrisis.Id}?lang=en"));
            link.Groups["case"].Value.ShouldBe(known.Id);
            link.Groups["title"].Value.ShouldContain(known.Title.For("en"), customMessage: known.Id);
            (await client.GetStringAsync("/lessons")).ShouldContain($"id=\"{known.Id}\"");
        }
    }

    [Fact]
    public async Task Lesson_OfAnEarlierCrisis_LeadsToThatCrisis_BySomethingToRead()
    {
        await using var site = await SampleSite.StartAsync(state: With(Earlier));
        await site.Get<CrisisTable>().InsertAsync(SampleCrisis.State with { Id = Earlier, OpenedAt = SampleCrisis.Opened.AddDays(-121), ClosedAt = SampleCrisis.Opened.AddDays(-120), End = CrisisEnd.Recovered }, []);
        using var client = site.Client();
        var html = await client.GetStringAsync($"/crises/{SampleCrisis.Id}?lang=en");
        html.ShouldContain($"<a href=\"/crises/{Earlier}\">Complaint wave, 1 November 2025</a>");
        (await client.GetAsync($"/crises/{Earlier}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await client.GetStringAsync("/lessons")).ShouldContain($"id=\"{Earlier}\"");
    }

    [Fact]
    public async Task Lesson_OfACrisisThatIsKeptNoLonger_LeadsNowhere()
    {
        await using var site = await SampleSite.StartAsync(state: With(Earlier));
        using var client = site.Client();
        var html = await client.GetStringAsync($"/crises/{SampleCrisis.Id}?lang=en");
        html.ShouldContain(Earlier);
        html.ShouldNotContain($"href=\"/lessons#{Earlier}");
        html.ShouldNotContain($"href=\"/crises/{Earlier}");
    }

    [Fact]
    public async Task Link_Followed_ShowsThatCase()
    {
        var known = LessonCases.Shipped[^1];
        await using var site = await SampleSite.StartAsync(state: With(known.Id));
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(new Uri(site.Address, $"/crises/{SampleCrisis.Id}").ToString());
        await page.ClickAsync("a[href^='/lessons#']");
        await page.WaitForURLAsync($"**/lessons#{known.Id}");
        (await page.EvaluateAsync<string>("() => document.querySelector(':target').textContent")).ShouldBe(known.Title.For("en"));
        await page.Locator(":target").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        (await page.EvaluateAsync<double>("() => document.querySelector(':target').getBoundingClientRect().top")).ShouldBeInRange(-1, 720);
        await page.Context.CloseAsync();
    }

    private static CrisisState With(string lesson) =>
        SampleCrisis.State with { Aftermath = SampleCrisis.State.Aftermath with { Lessons = [new LessonMatch(lesson, .8, ["kind", "target:delivery"])] } };

    [GeneratedRegex("<a href=\"/lessons#(?<case>[^\"]+)\">(?<title>[^<]+)</a>")]
    private static partial Regex Link();
}

using System.Net;
using System.Text.RegularExpressions;
using Crisis.Core.Aftermath;
using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Lessons;

/// <summary>What was learned is found from the crisis that resembles it.</summary>
public sealed partial class LessonsPageSpecs
{
    private const string Crisis = $"/crises/{SampleCrisis.Id}";
    private const string Past = "kuzey-20260105-1010-mentions";

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Case_OfTheLibrary_IsWhereItsLinkLeads(string language)
    {
        await using var site = await SampleSite.StartAsync(state: Like([.. LessonCases.Shipped.Select(c => c.Id)]));
        using var client = site.Client();
        var links = Links(await client.GetStringAsync($"{Crisis}?lang={language}"));
        links.Count.ShouldBe(3);
        foreach (var (href, title) in links)
        {
            var (page, anchor) = (href[..href.IndexOf('#', StringComparison.Ordinal)], href[(href.IndexOf('#', StringComparison.Ordinal) + 1)..]);
            var there = await client.GetStringAsync($"{page}?lang={language}");
            there.Split($"id=\"{anchor}\"").Length.ShouldBe(2, anchor);
            WebUtility.HtmlDecode(there).ShouldContain($"<h2 id=\"{anchor}\">{title}</h2>");
        }
    }

    [Fact]
    public async Task Case_OfTheBrandsOwn_IsNamedAndLeadsToItsReport()
    {
        await using var site = await SampleSite.StartAsync(state: Like(Past));
        await Keep(site, reported: true);
        using var client = site.Client();
        var (href, title) = Links(await client.GetStringAsync(Crisis + "?lang=en")).ShouldHaveSingleItem();
        title.ShouldBe("Complaint wave · 5 January");
        (await client.GetStringAsync(href)).ShouldContain("Kuzey Kargo");
        (await client.GetStringAsync("/lessons")).ShouldContain($"id=\"{Past}\"");
    }

    [Fact]
    public async Task Case_OfTheBrandsOwn_WithoutAReport_LeadsToItsPage()
    {
        await using var site = await SampleSite.StartAsync(state: Like(Past));
        await Keep(site, reported: false);
        using var client = site.Client();
        var (href, _) = Links(await client.GetStringAsync(Crisis)).ShouldHaveSingleItem();
        (await client.GetAsync(href)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Case_ThatIsGone_IsNotLinked()
    {
        await using var site = await SampleSite.StartAsync(state: Like("kuzey-20200101-0000-mentions"));
        using var client = site.Client();
        Links(await client.GetStringAsync(Crisis)).ShouldBeEmpty();
    }

    private static CrisisState Like(params IReadOnlyList<string> cases) =>
        SampleCrisis.Reported with { Aftermath = SampleCrisis.Reported.Aftermath with { Lessons = [.. cases.Select(c => new LessonMatch(c, .8, ["kind"]))] } };

    private static async Task Keep(SampleSite site, bool reported)
    {
        var at = new DateTimeOffset(2026, 1, 5, 10, 10, 0, TimeSpan.Zero);
        var past = SampleCrisis.Reported with
        {
            Id = Past,
            OpenedAt = at,
            Since = at,
            ClosedAt = at.AddDays(1),
            End = CrisisEnd.ClosedByPerson,
            WakeAt = null,
            Aftermath = SampleCrisis.Reported.Aftermath with { ReportVersion = reported ? 1 : 0 },
        };
        await site.Get<CrisisTable>().InsertAsync(past, []);
        if (reported) await new ReportWriter(site.Rows, site.Get<IBlobStore>(), site.Get<IConfigSource>(), site.Get<IWatchSeries>()).WriteAsync(past, 1);
    }

    /// <summary>Address and title of the similar cases that a crisis's page names.</summary>
    private static List<(string Href, string Title)> Links(string html)
    {
        var from = html.IndexOf("id=\"after\"", StringComparison.Ordinal);
        var part = html[from..html.IndexOf("</section>", from, StringComparison.Ordinal)];
        return [.. Link().Matches(part).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))];
    }

    [GeneratedRegex("<a href=\"((?:/lessons#|/crises/)[^\"?]*)\">([^<]*)</a> <span class=\"quiet\">")]
    private static partial Regex Link();
}

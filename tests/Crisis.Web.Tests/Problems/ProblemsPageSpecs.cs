using System.Net;
using Crisis.Core.Response;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Problems;

/// <summary>A general problem is entered once, told wherever it matters, and taken off when it is fixed.</summary>
public sealed class ProblemsPageSpecs
{
    private const string Page = "/problems";

    [Fact]
    public async Task Problem_FromTheCrisisThatShowsIt_IsEntered_AndFixed()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        var crisis = WebUtility.HtmlDecode(await client.GetStringAsync($"/crises/{SampleCrisis.Id}"));
        const string link = "/problems?watch=kuzey&target=kargo";
        crisis.ShouldContain($"href=\"{link}\"");
        using var entered = await client.SubmitAsync(link, Page, ("fix", "Bant onarılıyor"), ("since", "2026-03-01"));
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await entered.Content.ReadAsStringAsync());
        var problem = (await site.Get<KnownProblems>().ListAsync("kuzey")).ShouldHaveSingleItem();
        (problem.Target, problem.Fix, problem.By, problem.FixedAt).ShouldBe(("kargo", "Bant onarılıyor", "ayse", null));
        problem.Since.ShouldBe(new DateTimeOffset(2026, 2, 28, 21, 0, 0, TimeSpan.Zero), "midnight of the watch's zone");

        var listed = WebUtility.HtmlDecode(await client.GetStringAsync(Page + "?lang=en"));
        listed.ShouldContain("Bant onarılıyor");
        site.Clock.Advance(TimeSpan.FromHours(5));
        (await client.SubmitAsync(Page, Page, ("watch", "kuzey"), ("fixed", problem.Id))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var mended = (await site.Get<KnownProblems>().ListAsync("kuzey")).ShouldHaveSingleItem();
        (mended.FixedAt, mended.FixedBy).ShouldBe((site.Clock.GetUtcNow(), "ayse"));
        (await client.GetStringAsync(Page + "?lang=en")).ShouldContain("No known problem.");
    }

    [Fact]
    public async Task Problem_OfAnotherTeamsWatch_IsNeitherShownNorTaken()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        await site.Get<KnownProblems>().SaveAsync(new KnownProblem { Id = "p1", Watch = "lodos", Target = "modem", Since = SampleCrisis.Now, By = "can", At = SampleCrisis.Now });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        var html = await client.GetStringAsync(Page);
        html.ShouldNotContain("modem");
        (await client.PostAsync(Page, SampleForms.Form(html, Page, ("watch", "lodos"), ("fixed", "p1")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsync(Page, SampleForms.Form(html, Page, ("watch", "lodos"), ("target", "hat"), ("since", "2026-03-01")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Get<KnownProblems>().ListAsync("lodos")).ShouldHaveSingleItem().FixedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("target", "")]
    [InlineData("since", "soon")]
    public async Task Problem_WithoutWhatItNeeds_IsAskedForAgain(string field, string value)
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        var fields = new[] { ("watch", "kuzey"), ("target", "kargo"), ("since", "2026-03-01"), ("fix", "Bant onarılıyor") }.Select(f => f.Item1 == field ? (field, value) : f);
        using var answer = await client.SubmitAsync(Page, Page, [.. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        html.ShouldContain($"problem-{field}-fault");
        html.ShouldContain("Bant onarılıyor");
    }

    [Theory]
    [InlineData("KARGO", "kargo", true)]
    [InlineData("müşteri hizmetleri", "Musteri Hizmetleri ", true)]
    [InlineData("kargo", "kargocu", false)]
    public void Name_OfAProblem_IsKnownHoweverItIsWritten(string entered, string named, bool same) =>
        new KnownProblem { Id = "p", Watch = "kuzey", Target = entered, Since = SampleCrisis.Now, By = "ayse", At = SampleCrisis.Now }.Names(named).ShouldBe(same);
}

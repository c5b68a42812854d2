using System.Net;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Links;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Decisions;

public sealed class LinkPageSpecs
{
    private static readonly PageSettings Public = new() { PublicUrl = new Uri("http://127.0.0.1") };

    [Fact]
    public async Task Get_OfEveryPageAndLink_ChangesNothing()
    {
        await using var site = await SampleSite.StartAsync(Public);
        var signIn = "/sign-in/" + site.Links.Mint(new LinkClaim(LinkPurpose.SignIn, "ayse", "", "", SampleCrisis.Now.AddMinutes(10)), "s");
        string[] links = [site.Link("ayse", "acknowledge"), site.Link("ayse", "contained"), site.Link("ayse", "acknowledge", TimeSpan.FromHours(-1)), site.Survey(), signIn, "/l/nothing", "/survey/nothing"];
        var paths = site.Get<PageHost>().Paths
            .Select(p => p.Replace("{id}", SampleCrisis.Id).Replace("{verb}", "acknowledge").Replace("{room}/{file}", "teams/default.yaml").Replace("{file}", "x").Replace("{token}", "x"))
            .Concat(links).ToList();
        var before = await site.RowsAsync();
        foreach (var cookie in (string?[])[null, site.Cookie("ayse"), site.Cookie("can")])
        {
            using var client = site.Client();
            if (cookie is not null) client.DefaultRequestHeaders.Add("Cookie", cookie);
            foreach (var path in paths)
            {
                using var answer = await client.GetAsync(path);
                ((int)answer.StatusCode).ShouldBeLessThan(500, path);
                using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            }
        }

        (await site.RowsAsync()).ShouldBe(before);
        site.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Button_OfALink_ActsAsItsPerson_Once()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var link = site.Link("mehmet", "acknowledge");
        var form = SampleForms.Form(await client.GetStringAsync(link), link);
        (await client.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var state = await site.Get<CrisisTable>().FindAsync(SampleCrisis.Id);
        state!.Lead.ShouldBe("mehmet");
        var rows = await site.RowsAsync();
        (await client.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await site.RowsAsync()).ShouldBe(rows);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/crises/" + SampleCrisis.Id)]
    [InlineData("/crises/" + SampleCrisis.Id + "/decide/contained")]
    public async Task Stranger_WithAForwardedLink_SeesNothingElse(string path)
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        using var opened = await client.GetAsync(site.Link("ayse", "acknowledge"));
        opened.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse();
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Token_Tampered_IsRefusedWithHelp()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var link = site.Link("ayse", "acknowledge");
        var form = SampleForms.Form(await client.GetStringAsync(link), link);
        var before = await site.RowsAsync();
        var broken = link[..^6] + (link[^6] == 'A' ? 'B' : 'A') + link[^5..];
        using var elsewhere = await client.PostAsync(broken, form);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var without = await client.PostAsync(link, new FormUrlEncodedContent([new("_form", "k1.AAAA.AAAA")]));
        without.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await without.Content.ReadAsStringAsync()).ShouldContain("Nothing was changed");
        (await site.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Link_Expired_OffersAFreshOneToItsPersonOnly()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var link = site.Link("mehmet", "acknowledge", TimeSpan.FromMinutes(5));
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        using var page = await client.GetAsync(link);
        page.StatusCode.ShouldBe(HttpStatusCode.Gone);
        using var sent = await client.PostAsync(link, SampleForms.Form(await page.Content.ReadAsStringAsync(), link));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Mail.Sent.ShouldHaveSingleItem().To.ShouldBe("mehmet@kuzey.example");
        (await site.Get<CrisisTable>().FindAsync(SampleCrisis.Id))!.Lead.ShouldBeNull();
        var fresh = site.Mail.Sent[0].Notice.Links[0].Url.AbsolutePath;
        (await client.GetAsync(fresh)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Link_OfSomebodyWhoLeft_IsRefused()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        (await client.GetAsync(site.Link("gone", "acknowledge"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // Of another team: on a roster, but not on this one.
        (await client.GetAsync(site.Link("can", "acknowledge"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

using System.Net;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Configuration;

public sealed class ConfigFilePageSpecs
{
    private const string Page = "/configuration/teams/default.yaml";

    [Fact]
    public async Task Change_WithoutFault_IsKeptAndNoted()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        using var answer = await client.SubmitAsync(Page, Page, ("text", SampleFiles.Team + "  - { id: jane, name: Jane Brook, roles: [legal], language: en, email: jane@kuzey.example }"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Files.Files["teams/default.yaml"].ShouldContain("Jane Brook");
        var change = (await site.Get<ConfigChanges>().ListAsync(5)).ShouldHaveSingleItem();
        change.By.ShouldBe("ayse");
        change.Before.ShouldBe(SampleFiles.Team);
    }

    [Fact]
    public async Task Change_WithATypo_IsRefusedWithLineAndRemedy()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        using var answer = await client.SubmitAsync(Page, Page, ("text", SampleFiles.Team.Replace("people:", "peolpe:")));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("teams/default.yaml:2");
        html.ShouldContain("peolpe");
        site.Files.Files["teams/default.yaml"].ShouldBe(SampleFiles.Team);
    }

    [Fact]
    public async Task Change_OfWhatSomebodyElseChanged_IsNotOverwritten()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        var form = SampleForms.Form(await client.GetStringAsync(Page), Page, ("text", SampleFiles.Team + "# mine"));
        site.Files.Files["teams/default.yaml"] = SampleFiles.Team + "# theirs\n";
        (await client.PostAsync(Page, form)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        site.Files.Files["teams/default.yaml"].ShouldEndWith("# theirs\n");
    }

    [Theory]
    [InlineData("/configuration/teams/..%2F..%2Fsecret.yaml")]
    [InlineData("/configuration/..%2F..%2Fetc/passwd")]
    [InlineData("/configuration/teams/nobody.yaml")]
    public async Task File_OutsideTheConfiguration_IsNotThere(string path)
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var form = SampleForms.Form(await client.GetStringAsync(Page), Page, ("text", "stolen"));
        (await client.PostAsync(path, form)).StatusCode.ShouldNotBe(HttpStatusCode.SeeOther);
        site.Files.Files.Keys.ShouldBe(["teams/default.yaml", "watches/kuzey.yaml"]);
    }

    [Fact]
    public async Task Change_ByOneWhoLeadsNothing_IsForbidden()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("mehmet"));
        (await client.GetStringAsync(Page)).ShouldNotContain("<textarea");
    }

    [Fact]
    public async Task Change_ThatChangesNothing_IsNotNoted()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        (await client.SubmitAsync(Page, Page, ("text", SampleFiles.Team.TrimEnd()))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await site.Get<ConfigChanges>().ListAsync(5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task File_OfAnotherTeam_IsNeitherShownNorChanged()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        (await client.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("can"));
        (await client.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var token = site.Get<FormTokens>().Issue("can", "configure teams/default.yaml", "", site.Clock.GetUtcNow());
        var fields = new Dictionary<string, string> { ["_form"] = token, ["before"] = SampleFiles.Team.Trim(), ["text"] = SampleFiles.Team + "# theirs" };
        (await client.PostAsync(Page, new FormUrlEncodedContent(fields))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        site.Files.Files["teams/default.yaml"].ShouldBe(SampleFiles.Team);
    }
}

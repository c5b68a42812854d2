using System.Net;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.SignIn;

public sealed class SignInSpecs
{
    private static readonly PageSettings Public = new() { PublicUrl = new Uri("http://127.0.0.1") };

    [Fact]
    public async Task Person_OfARoster_SignsInByMailOnce_AndGoesOn()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        var wanted = $"/crises/{SampleCrisis.Id}";
        using var asked = await client.GetAsync(wanted);
        var page = asked.Headers.Location!.ToString();
        using var sent = await client.SubmitAsync(page, "/sign-in?to=" + Uri.EscapeDataString(wanted), ("email", "AYSE@kuzey.example"));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var link = site.Mail.Sent.ShouldHaveSingleItem().Notice.Links[0].Url.PathAndQuery;
        using var spare = site.Client();
        var form = SampleForms.Form(await spare.GetStringAsync(link), link);
        using var signedIn = await client.PostAsync(link, form);
        signedIn.Headers.Location!.ToString().ShouldBe(wanted);
        (await client.GetAsync(wanted)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await spare.PostAsync(link, form);
        again.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Stranger_GetsTheSameAnswer_AndNoMail()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        using var known = await client.SubmitAsync("/sign-in", "/sign-in", ("email", "ayse@kuzey.example"));
        using var unknown = await client.SubmitAsync("/sign-in", "/sign-in", ("email", "eve@evil.example"));
        unknown.StatusCode.ShouldBe(known.StatusCode);
        unknown.Headers.Location.ShouldBe(known.Headers.Location);
        site.Mail.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Person_OfAnotherTeam_DoesNotSeeTheCrisis()
    {
        await using var site = await SampleSite.StartAsync(Public);
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("can"));
        (await client.GetAsync($"/crises/{SampleCrisis.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync("/")).ShouldNotContain("Kuzey Kargo");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Onward_ToAnotherSite_IsDropped(string to)
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        using var picked = await client.SubmitAsync("/sign-in?to=" + Uri.EscapeDataString(to), "/sign-in", ("person", "jane"));
        picked.Headers.Location!.ToString().ShouldBe("/");
    }

    [Theory]
    [InlineData(true, "preferred_username", "AYSE@kuzey.example", HttpStatusCode.OK)]
    [InlineData(true, "preferred_username", "eve@evil.example", HttpStatusCode.SeeOther)]
    [InlineData(true, "name", "ayse@kuzey.example", HttpStatusCode.SeeOther)]
    [InlineData(false, "preferred_username", "ayse@kuzey.example", HttpStatusCode.SeeOther)]
    public async Task Person_WhomThePlatformSignedIn_IsKnownByAddressWhereThatIsSet(bool platform, string claim, string value, HttpStatusCode answer)
    {
        await using var site = await SampleSite.StartAsync(Public with { PlatformSignIn = platform });
        using var client = site.Client();
        var principal = $$"""{"auth_typ":"aad","claims":[{"typ":"{{claim}}","val":"{{value}}"}]}""";
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(principal)));
        (await client.GetAsync($"/crises/{SampleCrisis.Id}")).StatusCode.ShouldBe(answer);
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("W10=")]
    public async Task Principal_ThatIsDamaged_SignsNobodyIn(string header)
    {
        await using var site = await SampleSite.StartAsync(Public with { PlatformSignIn = true });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", header);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Loopback_UnderAForeignName_AnswersNothing()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        client.DefaultRequestHeaders.Host = "rebound.example";
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }
}

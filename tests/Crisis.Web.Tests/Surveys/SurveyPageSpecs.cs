using System.Net;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Surveys;

public sealed class SurveyPageSpecs
{
    private static readonly PageSettings Public = new() { PublicUrl = new Uri("http://127.0.0.1") };

    private static CrisisState Afterwards => SampleCrisis.State with
    {
        Stage = CrisisStage.MonitorAfter,
        AcknowledgedAt = SampleCrisis.Opened.AddMinutes(10),
        ContainedAt = SampleCrisis.Now.AddMinutes(-5),
        Lead = "ayse",
        Aftermath = AftermathState.None with { SurveyOpenedAt = SampleCrisis.Now.AddMinutes(-5) },
    };

    [Fact]
    public async Task Link_OnTheCrisisPage_IsTheSurveyThatCustomersAnswer_AndStaysTheSame()
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        var html = await client.GetStringAsync($"/crises/{SampleCrisis.Id}");
        var link = System.Text.RegularExpressions.Regex.Match(html, "id=\"survey-link\" readonly value=\"([^\"]+)\"").Groups[1].Value;
        link.ShouldStartWith("http://127.0.0.1:5080/survey/");
        (await client.GetStringAsync(new Uri(link).AbsolutePath)).ShouldContain("name=\"rating\"");
        site.Clock.Advance(TimeSpan.FromHours(5));
        (await client.GetStringAsync($"/crises/{SampleCrisis.Id}")).ShouldContain($"value=\"{link}\"");
    }

    [Fact]
    public async Task Customer_WithoutSignIn_AnswersOnce_WithPersonalDataHidden()
    {
        await using var site = await SampleSite.StartAsync(Public, Afterwards);
        using var client = site.Client();
        var link = site.Survey();
        var form = SampleForms.Form(await client.GetStringAsync(link), link, ("rating", "2"), ("comment", "Beni arayın: 0532 123 45 67"));
        (await client.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var answer = (await site.Get<Core.Aftermath.SurveyAnswers>().ListAsync(SampleCrisis.Id)).ShouldHaveSingleItem();
        answer.Rating.ShouldBe(2);
        answer.Comment!.ShouldNotContain("0532");
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Page_ForCustomers_NamesTheBrandAndNothingOfTheInside(string language)
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { Loopback = true }, Afterwards);
        using var client = site.Client();
        var html = await client.GetStringAsync($"{site.Survey()}?lang={language}");
        html.ShouldContain("Kuzey Kargo");
        foreach (var inside in (string[])["Kriz", "Crisis desk", "şikâyet dalgası", "complaint wave", SampleCrisis.Id, "Ayşe", "href=\"/\"", "/sign-in"]) html.ShouldNotContain(inside);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("1 OR 1=1")]
    public async Task Rating_OutsideOneToFive_IsAskedForAgain(string rating)
    {
        await using var site = await SampleSite.StartAsync(Public, Afterwards);
        using var client = site.Client();
        var link = site.Survey();
        using var answer = await client.SubmitAsync(link, link, ("rating", rating), ("comment", "keep me"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("keep me");
    }

    [Fact]
    public async Task Flood_FromOneAddress_IsStopped()
    {
        await using var site = await SampleSite.StartAsync(Public, Afterwards);
        using var client = site.Client();
        var link = site.Survey();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++) codes.Add((await client.SubmitAsync(link, link, ("rating", "1"))).StatusCode);
        codes.Count(c => c == HttpStatusCode.SeeOther).ShouldBe(10);
        codes[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        site.Clock.Advance(TimeSpan.FromHours(1));
        (await client.SubmitAsync(link, link, ("rating", "1"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}

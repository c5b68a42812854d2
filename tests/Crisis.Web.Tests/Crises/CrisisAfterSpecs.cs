using System.Net;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Configuration;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Crises;

/// <summary>What a team needs of the page once the worst is over.</summary>
public sealed class CrisisAfterSpecs
{
    private const string Page = $"/crises/{SampleCrisis.Id}";

    [Fact]
    public async Task Survey_WhoseLinkHoldsNoLonger_IsNotHandedOut()
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        (await client.GetStringAsync(Page)).ShouldContain("/survey/");
        site.Clock.Advance(TimeSpan.FromDays(30));
        (await client.GetStringAsync(Page)).ShouldNotContain("/survey/");
    }

    [Fact]
    public async Task Survey_BeforeTheWorstIsOver_IsNotLinked()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        (await client.GetStringAsync(Page)).ShouldNotContain("/survey/");
    }

    [Theory]
    [InlineData("en", CrisisKind.ComplaintWave, "Who was the first to know")]
    [InlineData("tr", CrisisKind.AccountTakeover, "Neden tek bir anahtar yetti?")]
    public async Task Cause_Asked_ComesWithTheQuestionsOfItsKind(string language, CrisisKind kind, string question)
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported with { Kind = kind });
        using var client = site.Client();
        WebUtility.HtmlDecode(await client.GetStringAsync($"{Page}?lang={language}")).ShouldContain(question);
    }

    [Theory]
    [InlineData("paused until 18:00", false, "Answer: paused until 18:00")]
    [InlineData(null, false, "Answer: none yet")]
    [InlineData("resumed", true, "resumed later")]
    public async Task PlannedPosts_AskedToPause_ShowWhatWasAnswered(string? answer, bool resumed, string told)
    {
        var state = SampleCrisis.State with { Pause = new PauseState(SampleCrisis.Opened, null, answer) { Resumed = resumed } };
        await using var site = await SampleSite.StartAsync(state: state);
        using var client = site.Client();
        WebUtility.HtmlDecode(await client.GetStringAsync($"{Page}?lang=en")).ShouldContain(told);
    }

    [Fact]
    public async Task Review_OfEverythingSaid_IsNoLongerOffered()
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        const string action = $"{Page}/decide/reviewed";
        foreach (var what in (string[])["ladder", "roster", "playbook"])
        {
            (await client.GetStringAsync(Page)).ShouldContain($"<option value=\"{what}\"");
            (await client.SubmitAsync(Page, action, ("what", what))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            (await client.GetStringAsync(Page)).ShouldNotContain($"<option value=\"{what}\"");
        }

        (await client.GetStringAsync(Page)).ShouldNotContain(action);
    }

    [Fact]
    public async Task Silence_SetAndEnded_StandsInTheTrailWithWho()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        const string configuration = "/configuration";
        var page = await client.GetStringAsync(configuration);
        (await client.PostAsync(configuration, SampleForms.Form(page, configuration, ("watch", "kuzey"), ("until", "4"), ("cause", ""), ("reason", "bakım")))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var silence = (await site.Get<Silences>().ListAsync("kuzey")).ShouldHaveSingleItem();
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await client.SubmitAsync(configuration, configuration, ("watch", "kuzey"), ("end", silence.Id))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var trail = await site.Get<ConfigChanges>().ListAsync(5);
        trail.Select(c => (c.File, c.By, c.Added, c.Removed, c.Before)).ShouldBe([("silences/kuzey", "ayse", 0, 1, "bakım"), ("silences/kuzey", "ayse", 1, 0, "")]);
    }
}

using System.Net;
using Crisis.Core.Escalation;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Drills;

/// <summary>A drill is begun on its page, and shows there with its result.</summary>
public sealed class DrillsPageSpecs
{
    private const string Page = "/drills";

    [Fact]
    public async Task Drill_Begun_IsOneOfThoseWhoAreTicked_NextToTheRealCrisis()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        using var answer = await client.SubmitAsync(Page, Page, ("watch", "kuzey"), ("kind", "account-takeover"), ("severity", "1"), ("reason", "Somebody posts in our name"), ("person-jane", "1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        var crisis = answer.Headers.Location!.ToString()["/crises/".Length..];
        crisis.ShouldNotBe(SampleCrisis.Id);
        var state = (await site.Get<CrisisTable>().FindAsync(crisis))!;
        state.Drill.ShouldBeTrue();
        state.Plan!.People.Select(p => p.Id).ShouldBe(["jane"]);
        state.Plan.Channels.ShouldBeEmpty();
        (await client.GetStringAsync(Page)).ShouldContain($"/crises/{crisis}");
    }

    [Fact]
    public async Task Drill_WithoutAnybodyOrScene_AsksForThem()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        using var answer = await client.SubmitAsync(Page, Page, ("reason", ""));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("drill-people-fault");
        html.ShouldContain("drill-reason-fault");
        (await site.Get<CrisisTable>().ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drill_Over_LinksToItsReport_AndIsNoLesson()
    {
        var state = SampleCrisis.State with { Drill = true, ClosedAt = SampleCrisis.Now, End = CrisisEnd.ClosedByPerson, WakeAt = null };
        await using var site = await SampleSite.StartAsync(state: state);
        using var client = site.Client();
        (await client.GetStringAsync(Page)).ShouldContain($"/crises/{SampleCrisis.Id}/report");
        (await client.GetStringAsync("/lessons")).ShouldNotContain(SampleCrisis.Id);
    }
}

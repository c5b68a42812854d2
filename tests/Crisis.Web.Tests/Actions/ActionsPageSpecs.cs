using System.Net;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Actions;

/// <summary>What was promised after a crisis is found without knowing which crisis it was.</summary>
public sealed class ActionsPageSpecs
{
    private const string Page = "/actions?lang=en";
    private const string Old = "kuzey-20250901-0900-mentions";
    private static readonly PreventiveAction Late = new("1", "Write the spare plan", "mehmet", SampleCrisis.Now.AddDays(-2), ActionStatus.Open);
    private static readonly PreventiveAction Next = new("2", "Ask the depot weekly", "jane", SampleCrisis.Now.AddDays(9), ActionStatus.Open);
    private static readonly PreventiveAction Done = new("3", "Second line for calls", "ayse", SampleCrisis.Now.AddDays(-5), ActionStatus.Done);
    private static readonly PreventiveAction Dropped = new("4", "New depot", "gone", SampleCrisis.Now.AddDays(-4), ActionStatus.Dropped) { Reason = "unanswered" };

    [Fact]
    public async Task Actions_OfAllCrises_AreListedByDueDate_TheLateOnesAsSuch()
    {
        await using var site = await SampleSite.StartAsync(state: With(SampleCrisis.Id, Next, Done));
        await Add(site, Closed(Old, Late, Dropped));
        using var client = site.Client();
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(Page));

        int[] places = Places(html, "Write the spare plan", "Ask the depot weekly", "Done or dropped lately", "Second line for calls", "New depot");
        places.Length.ShouldBe(5);
        places.ShouldBeInOrder();
        html.ShouldContain("<span class=\"tag late\">late</span>");
        html.ShouldContain("Mehmet Kaya · due 28 February 2026");
        html.ShouldContain("gone · due 26 February 2026 · nobody said what became of it");
        html.ShouldContain($"href=\"/crises/{Old}\"");
        html.ShouldNotContain("No action is open.");
    }

    [Fact]
    public async Task Action_OfAClosedCrisis_IsSettledFromHere()
    {
        await using var site = await SampleSite.StartAsync();
        await Add(site, Closed(Old, Late));
        using var client = site.Client();
        var link = $"/crises/{Old}/decide/action-set?action=1";
        WebUtility.HtmlDecode(await client.GetStringAsync(Page)).ShouldContain($"href=\"{link}\"");
        using var answer = await client.SubmitAsync(link, $"/crises/{Old}/decide/action-set", ("status", "done"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());

        (await site.Get<CrisisTable>().FindAsync(Old))!.Aftermath.Actions.ShouldHaveSingleItem().Status.ShouldBe(ActionStatus.Done);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(Page));
        html.ShouldContain("No action is open.");
        html.ShouldContain("Write the spare plan");
    }

    [Fact]
    public async Task Actions_OfAnotherTeam_AndOfADrill_AreNotShown()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        await Add(site, Closed(Old, Late) with { Drill = true });
        await Add(site, Closed("lodos-20250901-0900-mentions", Next) with { Watch = "lodos" });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("ayse"));
        var html = await client.GetStringAsync(Page);

        html.ShouldContain("No action is open.");
        html.ShouldNotContain("Write the spare plan");
        html.ShouldNotContain("Ask the depot weekly");
    }

    private static int[] Places(string html, params string[] texts) => [.. texts.Select(t => html.IndexOf(t, StringComparison.Ordinal)).Where(at => at >= 0)];

    private static CrisisState With(string id, params PreventiveAction[] actions) =>
        SampleCrisis.Reported with { Id = id, Aftermath = SampleCrisis.Reported.Aftermath with { Actions = actions, ReportVersion = 0 } };

    // Six months old, and alive because of its open actions alone.
    private static CrisisState Closed(string id, params PreventiveAction[] actions) => With(id, actions) with
    {
        OpenedAt = SampleCrisis.Opened.AddDays(-182),
        ClosedAt = SampleCrisis.Opened.AddDays(-175),
        RecoveredAt = SampleCrisis.Opened.AddDays(-180),
        End = CrisisEnd.Recovered,
        WakeAt = SampleCrisis.Now.AddHours(6),
    };

    private static async Task Add(SampleSite site, CrisisState state) => await site.Get<CrisisTable>().InsertAsync(state, []);
}

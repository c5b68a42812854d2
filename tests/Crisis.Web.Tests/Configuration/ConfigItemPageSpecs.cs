using System.Net;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Configuration;

/// <summary>People and planned events changed as forms, without touching the rest of their file.</summary>
public sealed class ConfigItemPageSpecs
{
    private const string Team = "teams/default.yaml";
    private const string Watch = "watches/kuzey.yaml";
    private const string Ayse = $"/configuration/{Team}/ayse";

    [Fact]
    public async Task Person_Changed_LeavesTheRestOfTheFileToTheLetter_AndIsNoted()
    {
        await using var site = await SampleSite.StartAsync();
        site.Files.Files[Team] = "# the team\nid: default\npeople:\n  - { id: ayse, name: Ayşe Demir, roles: [lead], email: ayse@kuzey.example }   # since 2019\n  - id: mehmet\n    name: Mehmet Kaya   # nights too\n    roles: [customer-service]\n# the rest\nholidays: [2026-04-23]\n";
        using var client = site.Client();
        using var answer = await client.SubmitAsync(Ayse, Ayse, ("phone", "+90 532 111 22 33"), ("hours", "Mon-Fri 09:00-18:00"), ("standIn", "mehmet"), ("away", "2026-12-28 2027-01-03\n2027-02-01"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        site.Files.Files[Team].ShouldBe("# the team\nid: default\npeople:\n  - { id: ayse, name: Ayşe Demir, roles: [lead], language: tr, email: \"ayse@kuzey.example\", phone: \"+90 532 111 22 33\", hours: \"Mon-Fri 09:00-18:00\", standIn: mehmet, away: [{ from: 2026-12-28, to: 2027-01-03 }, { from: 2027-02-01, to: 2027-02-01 }] }   # since 2019\n  - id: mehmet\n    name: Mehmet Kaya   # nights too\n    roles: [customer-service]\n# the rest\nholidays: [2026-04-23]\n");
        (await site.Get<ConfigChanges>().ListAsync(5)).ShouldHaveSingleItem().By.ShouldBe("ayse");
        using var shown = await client.GetAsync(Ayse);
        (await shown.Content.ReadAsStringAsync()).ShouldContain("2026-12-28 2027-01-03");
    }

    [Theory]
    [InlineData("hours", "nine to five", "item-hours-fault")]
    [InlineData("phone", "call me", "item-phone-fault")]
    [InlineData("away", "next week", "item-away-fault")]
    [InlineData("id", "Ayşe Demir", "item-id-fault")]
    [InlineData("email", "ayse at kuzey", "item-email-fault")]
    public async Task Person_WrongField_IsToldAtTheField_AndNothingIsKept(string field, string value, string told)
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        using var answer = await client.SubmitAsync(Ayse, Ayse, (field, value));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain($"id=\"{told}\"");
        html.ShouldContain("aria-invalid");
        site.Files.Files[Team].ShouldBe(SampleFiles.Team);
        (await site.Get<ConfigChanges>().ListAsync(5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Person_AddedAndRemoved()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        const string page = $"/configuration/{Team}/new";
        (await client.SubmitAsync(page, page, ("id", "jane"), ("name", "Jane: \"JB\" Brook"), ("roles", "legal, communications"), ("language", "en"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Files.Files[Team].ShouldBe(SampleFiles.Team + "  - { id: jane, name: \"Jane: \\\"JB\\\" Brook\", roles: [legal, communications], language: en }\n");
        (await client.SubmitAsync(page, page, ("id", "jane"), ("name", "Another"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        const string jane = $"/configuration/{Team}/jane";
        (await client.SubmitAsync(jane, jane, ("remove", "1"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Files.Files[Team].ShouldBe(SampleFiles.Team);
        (await client.GetAsync(jane)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task PlannedEvent_AddedChangedRemoved_WithMessagesAtTheFields()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        var before = site.Files.Files[Watch];
        const string page = $"/configuration/{Watch}/new";
        (await client.SubmitAsync(page, page, ("name", "Yaz indirimi"), ("from", "2026-07-03"), ("to", "2026-07-01"), ("expect", "4"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var zero = await client.SubmitAsync(page, page, ("name", "Yaz indirimi"), ("from", "2026-07-01"), ("to", "2026-07-03"), ("expect", "0"));
        (await zero.Content.ReadAsStringAsync()).ShouldContain("id=\"item-expect-fault\"");
        (await client.SubmitAsync(page, page, ("name", "Yaz indirimi"), ("from", "2026-07-01"), ("to", "2026-07-03"), ("hashtags", "#kuzeyyaz"), ("expect", "4"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Files.Files[Watch].ShouldBe(before + "plannedEvents:\n  - { name: Yaz indirimi, from: 2026-07-01, to: 2026-07-03, hashtags: [\"#kuzeyyaz\"], expect: 4 }\n");
        const string first = $"/configuration/{Watch}/1";
        (await client.SubmitAsync(first, first, ("expect", "6"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Files.Files[Watch].ShouldContain("expect: 6 }");
        (await client.SubmitAsync(first, first, ("remove", "1"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Files.Files[Watch].ShouldNotContain("indirimi");
    }

    [Fact]
    public async Task Item_ChangedByAnotherMeanwhile_IsNotOverwritten()
    {
        await using var site = await SampleSite.StartAsync();
        using var client = site.Client();
        var form = SampleForms.Form(await client.GetStringAsync(Ayse), Ayse, ("name", "Ayşe"));
        site.Files.Files[Team] = SampleFiles.Team + "# changed\n";
        (await client.PostAsync(Ayse, form)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        site.Files.Files[Team].ShouldBe(SampleFiles.Team + "# changed\n");
    }

    [Fact]
    public async Task Item_OfAnotherTeamOrByNoLead_IsNotChanged()
    {
        await using var site = await SampleSite.StartAsync(new PageSettings { PublicUrl = new Uri("http://127.0.0.1") });
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("can"));
        (await client.GetAsync(Ayse)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", site.Cookie("mehmet"));
        (await client.SubmitAsync(Ayse, Ayse, ("name", "X"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        site.Files.Files[Team].ShouldBe(SampleFiles.Team);
    }

    [Fact]
    public async Task Sample_CanOnlyBeLookedAt_AndSaysSo()
    {
        await using var site = await SampleSite.StartAsync();
        site.Files.ReadOnly = true;
        using var client = site.Client();
        (await client.GetStringAsync("/configuration")).ShouldContain("--config");
        using var answer = await client.SubmitAsync(Ayse, Ayse, ("name", "X"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        site.Files.Files[Team].ShouldBe(SampleFiles.Team);
    }
}

using System.Net;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Response;
using Crisis.Core.Tests.Notices;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Functions.Canaries;
using Crisis.Functions.Tests.Pipeline;
using Crisis.Functions.Upkeep;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Functions.Tests.Canaries;

public sealed class CanarySpecs
{
    private static readonly (string, string)[] Settings =
        [("Crisis__CanaryWatch", "kuzey"), ("Crisis__OperationsMail", "ops@example.com"), ("CRISIS_SMTP_HOST", "smtp.example"), ("CRISIS_SMTP_FROM", "crisis@example.com")];

    [Fact]
    public async Task Canary_OnceADay_ProvesTheChainAndStaysOutOfTheFigures()
    {
        using var app = new AppBench(Settings);
        await WatchAsync(app);
        await app.DrainAsync();
        var (canary, name, input) = app.Hub.Started.ShouldHaveSingleItem();
        name.ShouldBe(nameof(CanaryFlight));
        (canary, input.Split('\n')[0]).ShouldBe(("canary-20260302", "canary-20260302"));
        app.Clock.Advance(TimeSpan.FromSeconds(7));
        (await app.Make<CanaryNotice>().RunAsync(input, default)).ShouldBeTrue();
        (await app.Make<CanaryNotice>().RunAsync(input, default)).ShouldBeFalse();
        app.Mails.ShouldHaveSingleItem().Subject.ShouldBe("Crisis.Serverless: the chain works (7 s)");
        await WatchAsync(app);
        app.Queue.Sent.ShouldBeEmpty();
        (await app.Get<CrisisTable>().ListAsync()).ShouldBeEmpty();
        (await app.Get<MentionStore>().Windows.ReadAsync("kuzey", AppBench.Begin.AddHours(-1), AppBench.Begin.AddHours(1), default)).ShouldAllBe(window => window.Mentions == 0);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await WatchAsync(app);
        app.Queue.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Canary_ThatDoesNotArrive_IsTroubleAndSaysWhereItWasSeenLast()
    {
        using var app = new AppBench(Settings);
        await WatchAsync(app);
        app.Clock.Advance(Canary.Patience + TimeSpan.FromMinutes(1));
        await WatchAsync(app);
        app.Mails.ShouldHaveSingleItem().Text.ShouldContain("between push and scoring");
        await app.DrainAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await WatchAsync(app);
        app.Mails[^1].Text.ShouldContain("between scoring and notice");
    }

    [Fact]
    public async Task Notice_ThatDoesNotGo_IsTriedAgain()
    {
        using var app = new AppBench(Settings);
        await WatchAsync(app);
        await app.DrainAsync();
        app.MailAnswer = new SendOutcome(SendStatus.Unavailable, "down");
        await Should.ThrowAsync<InvalidOperationException>(() => app.Make<CanaryNotice>().RunAsync("canary-20260302", default));
        app.MailAnswer = SendOutcome.Accepted;
        (await app.Make<CanaryNotice>().RunAsync("canary-20260302", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Notice_WithOperationsChannelsInTheConfiguration_GoesOverEachOfThemOnce()
    {
        var down = true;
        using var http = new FakeHttp(request => new HttpResponseMessage(request.RequestUri!.Host == "hook.example" && down ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted));
        using var app = Channels(http, Settings);
        await WatchAsync(app);
        await app.DrainAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => app.Make<CanaryNotice>().RunAsync("canary-20260302", default))).Message.ShouldContain("default/webhook: hook.example answered 503");
        (await app.Get<Canary>().FindAsync("canary-20260302"))!.Told.ShouldBe(["mail", "default/teams", "default/pager"]);
        down = false;
        (await app.Make<CanaryNotice>().RunAsync("canary-20260302", default)).ShouldBeTrue();
        app.Mails.Count.ShouldBe(1);
        // Teams and the webhook of both teams are one each; the pager sleeps on good news; what is for people is not for operations.
        http.Got.Select(got => got.Url.Host).ShouldBe(["teams.example", "hook.example", "hook.example"], ignoreOrder: true);
        http.Got.Single(got => got.Url.Host == "teams.example").Body.ShouldContain("took 0 s from push to notice");
    }

    [Fact]
    public async Task Notice_WithoutAMailServer_GoesToTheChannelsAlone()
    {
        using var http = new FakeHttp();
        using var app = Channels(http, ("Crisis__CanaryWatch", "kuzey"));
        await WatchAsync(app);
        await app.DrainAsync();
        (await app.Make<CanaryNotice>().RunAsync("canary-20260302", default)).ShouldBeTrue();
        http.Got.Select(got => got.Url.Host).ShouldBe(["teams.example", "hook.example"], ignoreOrder: true);
        app.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Trouble_WithOperationsChannels_WakesThePagerToo()
    {
        using var http = new FakeHttp();
        using var app = Channels(http, ("Crisis__CanaryWatch", "kuzey"));
        await app.Get<OperationsNotices>().TellAsync(["Timer PlanPulls: has not run.", "Queue pulls: waits."], default);
        await app.Get<OperationsNotices>().TellAsync(["Timer PlanPulls: has not run."], default);
        http.Got.Select(got => got.Url.Host).ShouldBe(["teams.example", "pager.example", "hook.example"], ignoreOrder: true);
        http.Got.Single(got => got.Url.Host == "pager.example").Body.ShouldContain("\"event_action\":\"trigger\"");
        var card = http.Got.Single(got => got.Url.Host == "teams.example").Body;
        card.ShouldContain("Timer PlanPulls: has not run.");
        card.ShouldContain("Queue pulls: waits.");
    }

    [Fact]
    public async Task Canary_WithoutAWatch_IsNotSent()
    {
        using var app = new AppBench();
        (await app.Get<Canary>().SendDueAsync()).ShouldBeNull();
        app.Queue.Sent.ShouldBeEmpty();
    }

    private static AppBench Channels(FakeHttp http, params (string, string)[] settings)
    {
        ChannelSettings Of(string type, string id, string host, string purpose) => new(type) { Id = id, Url = $"https://{host}/x", Purpose = purpose };
        ChannelSettings[] operations =
        [
            Of("teams", "teams", "teams.example", "operations"), Of("teams", "people", "people.example", "notices"), Of("webhook", "webhook", "hook.example", "operations"),
            Of("webhook", "pager", "pager.example", "operations") with { Template = "pagerduty", Secret = "key" },
        ];
        var teams = new Dictionary<string, Team> { ["default"] = ShippedConfig.Team with { Channels = operations }, ["other"] = ShippedConfig.Team with { Id = "other", Channels = operations } };
        return new AppBench(services => services.AddSingleton(http.Client).AddSingleton<IConfigSource>(new Core.Tests.Escalation.ScriptedConfig(AppBench.Config with { Teams = teams })), settings);
    }

    // The queues' own check needs a service; it has its specs beside Azurite.
    private static async Task WatchAsync(AppBench app)
    {
        var found = await new Upkeep.CheckBench(app).CanaryAsync();
        await app.Get<OperationsNotices>().TellAsync(found, default);
    }
}

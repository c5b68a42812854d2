using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Channels;
using Crisis.Functions.Canaries;
using Crisis.Functions.Tests.Pipeline;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;

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
    public async Task Canary_WithoutAWatch_IsNotSent()
    {
        using var app = new AppBench();
        (await app.Get<Canary>().SendDueAsync()).ShouldBeNull();
        app.Queue.Sent.ShouldBeEmpty();
    }

    // The queues' own check needs a service; it has its specs beside Azurite.
    private static async Task WatchAsync(AppBench app)
    {
        var found = await new Upkeep.CheckBench(app).CanaryAsync();
        await app.Get<OperationsMail>().TellAsync(found, default);
    }
}

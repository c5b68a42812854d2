using System.Reflection;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Watching;
using Crisis.Functions.Tests.Pipeline;
using Crisis.Functions.Upkeep;
using Crisis.Functions.Upkeep.Checks;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Tests.Upkeep;

public sealed class CheckSpecs
{
    private static readonly (string, string)[] Mail = [("Crisis__OperationsMail", "ops@example.com"), ("CRISIS_SMTP_HOST", "smtp.example"), ("CRISIS_SMTP_FROM", "crisis@example.com")];

    [Fact]
    public async Task Timer_ThatStoppedSilently_IsNamed()
    {
        using var app = new AppBench();
        var checks = new CheckBench(app);
        (await checks.RunAsync<TimerCheck>()).ShouldBeEmpty();
        for (var minute = 0; minute < 20; minute++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.Get<TimerBeats>().BeatAsync("PlanPulls");
            await app.Get<TimerBeats>().BeatAsync("RetryNotices");
            await app.Get<TimerBeats>().BeatAsync("RecheckMentions");
        }

        // One that never ran is late, too.
        (await checks.RunAsync<TimerCheck>()).ShouldHaveSingleItem().ShouldStartWith("Timer DetectCrises: has not run since");
    }

    [Fact]
    public async Task Timer_BeatingEveryMinute_WritesSeldom()
    {
        using var app = new AppBench();
        var watched = new Core.Tests.Storage.WatchedRowStore(app.Rows);
        var beats = new TimerBeats(watched, app.Clock);
        for (var minute = 0; minute < 60; minute++)
        {
            await beats.BeatAsync("PlanPulls");
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (watched.Requests - watched.Reads).ShouldBe(15);
    }

    [Fact]
    public void Timer_EveryOneButTheWatchdog_IsLookedAfter() =>
        TimerCheck.Timers.ShouldBe(Timers.Select(timer => timer.Name).Where(name => name != nameof(Watchdog)), ignoreOrder: true);

    [Fact]
    public async Task Timer_ThatRanToItsEnd_HasBeaten()
    {
        using var app = new AppBench();
        foreach (var (name, method) in Timers.Where(timer => timer.Name != nameof(Watchdog)))
        {
            var given = method.GetParameters().Select(parameter => parameter.ParameterType).Select(type =>
                type == typeof(TimerInfo) ? new TimerInfo() : type == typeof(CancellationToken) ? CancellationToken.None : (object)app.Hub).ToArray();
            await (Task)method.Invoke(app.Make(method.DeclaringType!), given)!;
            (await app.Rows.GetAsync("timers", "timers", name)).ShouldNotBeNull(name);
        }
    }

    [Theory]
    [InlineData(null, 3, true)]
    [InlineData(null, 2, false)]
    [InlineData(29, 9, false)]
    [InlineData(31, 1, true)]
    public async Task Source_LateOrNeverHeardOf_IsNamed(int? minutesAgo, int failures, bool named)
    {
        using var app = new AppBench();
        var feed = new SourceSettings("feed") { Id = "feed-1", Every = TimeSpan.FromMinutes(1) };
        var config = AppBench.Config with { Watches = new Dictionary<string, Watch> { ["kuzey"] = AppBench.Config.Watches["kuzey"] with { Sources = [feed] } } };
        var now = app.Clock.GetUtcNow();
        await app.Get<PullStates>().ChangeAsync("kuzey", feed, state => state with { SucceededAt = minutesAgo is { } ago ? now.AddMinutes(-ago) : null, Failures = failures, Trouble = "It is shut." });
        var found = await new SourceCheck(new Core.Tests.Escalation.ScriptedConfig(config), app.Get<PullStates>()).FindAsync(now);
        if (named) found.ShouldHaveSingleItem().ShouldContain("It is shut.");
        else found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Trouble_WhoseMailDidNotGo_IsToldByTheNextRun()
    {
        using var app = new AppBench(Mail);
        var mail = app.Get<OperationsNotices>();
        app.MailAnswer = new SendOutcome(SendStatus.Unavailable, "down");
        await mail.TellAsync(["Queue mentions: 3 poison messages wait."], default);
        app.MailAnswer = SendOutcome.Accepted;
        await mail.TellAsync(["Queue mentions: 4 poison messages wait."], default);
        await mail.TellAsync(["Queue mentions: 5 poison messages wait."], default);
        app.Mails.ShouldHaveSingleItem().Text.ShouldContain("4 poison");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await mail.TellAsync(["Queue mentions: 5 poison messages wait."], default);
        app.Mails.Count.ShouldBe(2);
    }

    private static List<(string Name, MethodInfo Method)> Timers => [.. typeof(Watchdog).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null))
        .Select(method => (method.GetCustomAttribute<FunctionAttribute>()!.Name, method))];
}

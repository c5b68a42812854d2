using System.Net;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>When something fails: the process, the network, an item, a right.</summary>
public abstract partial class SourceContract
{
    [Fact]
    public async Task Pull_KilledBeforeAnyCursorIsStored_GoesOnWithoutLossOrRepeat()
    {
        var posts = Publish(Math.Min(Shows, 260));
        var calls = Pull();
        await calls.RoundAsync();
        for (var kill = 0; kill < calls.Pages.Count; kill++)
        {
            var pulls = Pull();
            pulls.LoseCursorOf = kill;
            await pulls.RoundAsync();
            pulls.ShouldGive(posts.Select(IdOf), $"killed after call {kill}");
        }
    }

    [Theory]
    [InlineData(Trouble.Throttled)]
    [InlineData(Trouble.ServerError)]
    [InlineData(Trouble.Reset)]
    public async Task Pull_TroubleAtAnyRequest_IsToldAndGoesOnWithoutLossOrRepeat(Trouble trouble)
    {
        var posts = Publish(Math.Min(Shows, 130));
        Restart();
        await Pull().RoundAsync();
        var requests = Server.Requests;
        requests.ShouldBeGreaterThan(0);
        for (var at = 1; at <= requests; at++)
        {
            Restart();
            Clock.Advance(TimeSpan.FromHours(1));
            var first = Server.Requests;
            Server.Trouble = n => n == first + at ? trouble : null;
            var pulls = Pull();
            await pulls.RoundAsync();
            pulls.Failures.ShouldHaveSingleItem().Failure.ShouldBe(
                trouble == Trouble.Throttled ? SourceFailure.Throttled : SourceFailure.Unavailable, $"at request {at}");
            if (trouble == Trouble.Throttled) pulls.Failures[0].RetryAfter!.Value.ShouldBe(TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(1));
            pulls.ShouldGive(posts.Select(IdOf), $"at request {at}");
        }
    }

    [Fact]
    public async Task Pull_TenThousandWithAFailureAtEveryTenthRequest_NoneIsLostOrTwice()
    {
        var failures = 0;
        Server.Trouble = n => n % 10 == 0 ? (Trouble)(failures++ % 3) : null;
        var pulls = Pull();
        for (var left = 10_000; left > 0; left -= Math.Min(left, Shows))
        {
            var wave = Math.Min(left, Shows);
            Clock.Advance(TimeSpan.FromSeconds(wave + 60));
            Publish(wave);
            await pulls.RoundAsync();
        }

        failures.ShouldBeGreaterThan(0);
        pulls.Failures.Count.ShouldBe(failures);
        pulls.Ids.Count.ShouldBe(10_000);
        pulls.Ids.ShouldBeUnique();
        pulls.LongestCursor.ShouldBeLessThanOrEqualTo(16_000);
    }

    [Fact]
    public async Task Pull_MalformedItems_AreSkippedAndCounted()
    {
        var posts = Publish(20);
        foreach (var i in (int[])[3, 9]) Server.Posts[i] = Server.Posts[i] with { Broken = true };
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.ShouldGive(posts.Where((_, i) => i is not (3 or 9)).Select(IdOf));
        pulls.Pages.Sum(p => p.Faults.Count).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Pull_ServerClockIsWrong_WaitIsMeasuredByItsOwnClock()
    {
        Publish(5);
        Server.Skew = TimeSpan.FromMinutes(-47);
        Server.Trouble = n => n == 1 ? Trouble.Throttled : null;
        var pulls = Pull();
        await pulls.RoundAsync();
        pulls.Failures.ShouldHaveSingleItem().RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(18));
        pulls.Ids.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Pull_AfterAnOutageOfADay_FetchesWhatWasMissed()
    {
        Publish(10);
        var pulls = Pull();
        await pulls.RoundAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        Publish(Math.Min(Shows, 300), TimeSpan.FromMinutes(4));
        await pulls.RoundAsync();
        pulls.ShouldGive(Server.Posts.TakeLast(Shows).Select(IdOf).Union(pulls.Ids));
        pulls.Ids.ShouldBeUnique();
        pulls.Ids.Count.ShouldBe(Math.Min(Server.Posts.Count, Shows + 10));
    }

    [Fact]
    public async Task Probe_EverythingRight_FindsNoFault()
    {
        Publish(3);
        (await ((ISourceProbe)Source()).ProbeAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, SourceFailure.Credential)]
    [InlineData(HttpStatusCode.Forbidden, SourceFailure.Permission)]
    [InlineData(HttpStatusCode.NotFound, SourceFailure.Gone)]
    [InlineData(HttpStatusCode.BadGateway, SourceFailure.Unavailable)]
    public async Task Pull_EveryListIsRefused_FailsAsAWholeAndSaysWhoseTurnItIs(HttpStatusCode status, SourceFailure failure)
    {
        Server.Refusal = status;
        var told = await FailureAsync();
        told.Failure.ShouldBe(failure);
        told.Message.ShouldNotBeEmpty();
        var faults = await ((ISourceProbe)Source()).ProbeAsync();
        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(f => f.What.Length > 0 && f.Remedy.Length > 0);
    }

    [Fact]
    public async Task Pull_EveryListIsRefusedAndThenAllIsWell_LosesNothing()
    {
        var posts = Publish(Math.Min(Shows, 40));
        Server.Refusal = HttpStatusCode.Forbidden;
        var pulls = Pull();
        await pulls.RoundAsync(refusals: true);
        Server.Refusal = null;
        Clock.Advance(TimeSpan.FromMinutes(30));
        await pulls.RoundAsync();
        pulls.ShouldGive(posts.Select(IdOf));
    }

    [Fact]
    public async Task Probe_ServerCannotBeReached_SaysSo()
    {
        Server.Trouble = _ => Trouble.Reset;
        (await ((ISourceProbe)Source()).ProbeAsync()).ShouldHaveSingleItem().What.ShouldContain("could not be reached");
    }

    [Fact]
    public async Task Probe_SecretIsNotSet_SaysWhichOne()
    {
        if (Settings.Fields.Values.FirstOrDefault(SecretReference.Is) is not { } reference) return;
        var missing = Settings with { Fields = Settings.Fields.ToDictionary(f => f.Key, f => f.Value == reference ? "secret:not-there" : f.Value) };
        var fault = (await ((ISourceProbe)Factory(Ports()).Create(Watch, missing)).ProbeAsync()).ShouldHaveSingleItem();
        fault.What.ShouldContain("'not-there' is not set");
        fault.Remedy.ShouldContain("secret");
    }

    /// <summary>What pulling says in the end, be it at once or after a round through all lists.</summary>
    private async Task<SourceException> FailureAsync()
    {
        string? cursor = null;
        for (var call = 0; call < 50; call++)
        {
            try
            {
                var page = await Source().PullAsync(cursor, Start);
                if (page.Failure is { } failure) return failure;
                page.Mentions.ShouldBeEmpty();
                page.More.ShouldBeTrue("a round of refusals ended without a word");
                cursor = page.Cursor;
            }
            catch (SourceException e)
            {
                return e;
            }
        }

        throw new InvalidOperationException("The round does not end.");
    }
}

using Crisis.Core.Mentions;
using Crisis.Functions.Detection;
using Crisis.Functions.Upkeep;
using Crisis.Functions.Watching;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Tests.Azure;

/// <summary>
/// What storage bills for the way from a pull to detection: tables, queues and blobs, counted in the SDK's pipeline; the
/// queue messages are received and deleted as the host does it.
/// </summary>
public sealed class TransactionSpecs(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1000, 150)]
    [InlineData(10, 2500)]
    public async Task Transactions_Per1000Mentions_StayUnderTheirCeiling(int atOnce, int most)
    {
        using var azurite = new AzuriteApp();
        // The tables of the day are made once, whatever comes.
        await PullAsync(azurite, 0, atOnce);
        azurite.Requests.Reset();
        var pulls = Math.Max(2, 200 / atOnce);
        for (var pull = 1; pull <= pulls; pull++) await PullAsync(azurite, pull, atOnce);
        var figure = azurite.Requests.Total * 1000.0 / (pulls * atOnce);
        output.WriteLine(FormattableString.Invariant($"{atOnce} a pull: {figure:0.#} transactions per 1,000 mentions ({azurite.Requests})"));
        figure.ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public async Task Transactions_OfAnIdleHour_StayUnderTheirCeiling()
    {
        using var azurite = new AzuriteApp();
        await PullAsync(azurite, 0, 10);
        azurite.App.Clock.Advance(TimeSpan.FromMinutes(30));
        var (plan, detect, retry, watchdog) = (azurite.App.Make<PlanPulls>(), azurite.App.Make<DetectCrises>(), azurite.App.Make<RetryNotices>(), azurite.App.Make<Watchdog>());
        await detect.RunAsync(new TimerInfo(), default);
        azurite.Requests.Reset();
        for (var minute = 0; minute < 60; minute++)
        {
            azurite.App.Clock.Advance(TimeSpan.FromMinutes(1));
            await plan.RunAsync(new TimerInfo(), default);
            await detect.RunAsync(new TimerInfo(), default);
            await retry.RunAsync(new TimerInfo(), azurite.App.Hub, default);
            if (minute % 5 == 0) await watchdog.RunAsync(new TimerInfo(), azurite.App.Hub, default);
        }

        // The host's own polling of queues and leases comes on top: docs/deploy.md has it.
        output.WriteLine($"idle hour: {azurite.Requests.Total} transactions ({azurite.Requests})");
        azurite.Requests.Total.ShouldBeLessThanOrEqualTo(1200);
    }

    private static async Task PullAsync(AzuriteApp azurite, int number, int count)
    {
        var app = azurite.App;
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        var now = app.Clock.GetUtcNow();
        await app.Get<IMentionBatches>().SendAsync(new MentionBatch(azurite.Watch, [.. Enumerable.Range(0, count).Select(i => new Mention
        {
            Source = "mastodon",
            Id = $"{number}-{i}",
            CreatedAt = now.AddMilliseconds(-i),
            Language = "en",
            Author = new MentionAuthor($"a{i}", $"@a{i}", 100),
            Text = $"My parcel number {i} of shipment {number} is on its way, thank you for the quick answer.",
        })])
        { ReceivedAt = now });
        (await azurite.DrainAsync()).ShouldBe(1);
    }
}

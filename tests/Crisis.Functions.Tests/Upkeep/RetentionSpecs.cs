using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Functions.Tests.Pipeline;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Tests.Upkeep;

public sealed class RetentionSpecs
{
    [Fact]
    public async Task Retention_OverTheYears_DropsEveryClassInItsTime()
    {
        using var app = new AppBench();
        await app.Get<IMentionBatches>().SendAsync(app.Storm());
        await app.DrainAsync();
        var (crisis, _, input) = app.Hub.Started.ShouldHaveSingleItem();
        var loop = CrisisLoop.Of(app, crisis, input);
        for (var step = 0; step < 40 * 8 && !loop.Ended; step++)
        {
            await loop.RunAsync();
            app.Clock.Advance(TimeSpan.FromHours(3));
        }

        (await app.Get<CrisisTable>().ListAsync()).ShouldHaveSingleItem().Open.ShouldBeFalse();
        await app.Rows.WriteAsync("complaints", SafeKey.From(crisis), [RowWrite.Insert("c1", "{}")]);
        await RunAsync(app);
        (await RowsAsync(app, "timeline")).ShouldBeGreaterThan(0);
        (await RowsAsync(app, "complaints")).ShouldBeGreaterThan(0);
        app.Clock.Advance(TimeSpan.FromDays(91));
        await RunAsync(app);
        (await RowsAsync(app, "complaints")).ShouldBe(0);
        (await app.Rows.TablesAsync("mentions")).ShouldBeEmpty();
        (await RowsAsync(app, "timeline")).ShouldBeGreaterThan(0);
        (await app.Get<CrisisTable>().ListAsync()).ShouldHaveSingleItem();
        app.Clock.Advance(CrisisRetention.Crises);
        await RunAsync(app);
        foreach (var table in (string[])["timeline", "notices", "inbox", "crises"]) (await RowsAsync(app, table)).ShouldBe(0, table);
        (await app.Get<IBlobStore>().ListAsync("")).ShouldBeEmpty();
        (await app.Rows.TablesAsync("windows")).ShouldBeEmpty();
    }

    private static Task RunAsync(AppBench app) => app.Make<RetentionTimer>().RunAsync(new TimerInfo(), default);

    private static async Task<int> RowsAsync(AppBench app, string table) => await app.Rows.AllAsync(new RowRange(table, null)).CountAsync();
}

using Crisis.Core.Detection;
using Crisis.Core.Tests.Mentions;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Detection;

public sealed class RecentWindowsSpecs
{
    [Fact]
    public async Task Windows_ThatAnotherInstanceOpenedAndSealedAgain_AreReadAsTheyAreNow()
    {
        var here = new StoreBench();
        var there = new StoreBench(rows: here.Rows, time: here.Time);
        var recent = new RecentWindows(here.Store);
        await here.Take(Mention("1"));
        here.Pass(30);
        await here.Seal();
        (await ReadAsync(here, recent)).ShouldBe(1);

        await there.Take(Mention("2"));
        await there.Seal();
        (await ReadAsync(here, recent)).ShouldBe(2);
    }

    [Fact]
    public async Task SealedWindows_OfTheOnlyWriter_AreReadOnceUntilTheyAreForgotten()
    {
        var bench = new StoreBench(soleWriter: true);
        var recent = new RecentWindows(bench.Store);
        await bench.Take(Mention("1"));
        bench.Pass(30);
        await bench.Seal();
        (await ReadAsync(bench, recent)).ShouldBe(1);

        await bench.Take(Mention("2"));
        await bench.Seal();
        (await ReadAsync(bench, recent)).ShouldBe(1);
        recent.Forget("kuzey");
        (await ReadAsync(bench, recent)).ShouldBe(2);
    }

    private static async Task<int> ReadAsync(StoreBench bench, RecentWindows recent)
    {
        var now = bench.Time.GetUtcNow();
        var sealedTo = bench.Store.Sealing.SealedTo(now);
        var windows = await recent.ReadAsync("kuzey", Nine, now, sealedTo, TestContext.Current.CancellationToken);
        return windows[Nine].Mentions;
    }
}

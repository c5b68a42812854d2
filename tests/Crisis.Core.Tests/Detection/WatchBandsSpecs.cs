using Crisis.Core.Detection;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;

namespace Crisis.Core.Tests.Detection;

/// <summary>What was expected of windows, an hour of them in a row of the table.</summary>
public sealed class WatchBandsSpecs
{
    private static readonly DateTimeOffset Late = new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero);
    private readonly MemoryRowStore _rows = new();

    [Fact]
    public async Task Read_AcrossRowsAndMonths_HasEachWindowOfTheRangeAndNoOther()
    {
        var bands = new WatchBands(_rows);
        await bands.WriteAsync("kuzey", Bands(0, 40));
        await bands.WriteAsync("kuzey", Bands(50, 3));
        var read = await new WatchBands(_rows).ReadAsync("kuzey", Late.AddMinutes(5 * 7), Late.AddMinutes(5 * 52));
        read.Keys.Order().ShouldBe(Bands(7, 33).Concat(Bands(50, 2)).Select(band => band.Start));
        read[Late.AddMinutes(5 * 30)].ShouldBe(Band(30));
        (await _rows.ReadAsync(new RowRange("bands202603", "kuzey"))).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Kept_UntilTheNextWrite_AreReadAndThenStored()
    {
        var bands = new WatchBands(_rows);
        bands.Keep("kuzey", Bands(0, 1));
        bands.Keep("kuzey", Bands(1, 1));
        (await bands.ReadAsync("kuzey", Late, Late.AddHours(1))).Count.ShouldBe(2);
        (await new WatchBands(_rows).ReadAsync("kuzey", Late, Late.AddHours(1))).ShouldBeEmpty();
        await bands.WriteAsync("kuzey", Bands(1, 2));
        (await new WatchBands(_rows).ReadAsync("kuzey", Late, Late.AddHours(1))).Values.ShouldBe(Bands(0, 3));
    }

    [Fact]
    public async Task Read_RowOfOneWindow_AsEarlierBuildsWroteIt()
    {
        await _rows.WriteAsync("bands202603", "kuzey", [RowWrite.Insert("202603312200", "1.5 4 0.5 2")]);
        (await new WatchBands(_rows).ReadAsync("kuzey", Late, Late.AddHours(1))).Values.ShouldBe([new WatchBand(Late, 1.5, 4, 0.5, 2)]);
    }

    private static List<WatchBand> Bands(int from, int count) => [.. Enumerable.Range(from, count).Select(Band)];

    private static WatchBand Band(int number) => new(Late.AddMinutes(5 * number), number + 0.25, number + 2, 0.5, 1.5);
}

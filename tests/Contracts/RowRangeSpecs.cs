using Crisis.Core.Storage;

namespace Crisis.Contracts;

public abstract class RowRangeSpecs(IRowStoreHarness harness) : RowStoreContract(harness)
{
    [Fact]
    public async Task Range_OfAPartition_IsInOrdinalOrder()
    {
        string[] keys = ["!", "00", "1", "10", "2", "A", "Z", "_", "a", "aa", "b", "z", "|", "ç", "ı", "İ", "ş", "日", "\ue000", "\ufffd"];
        string[] ordinal = [.. keys.Order(StringComparer.Ordinal)];
        foreach (var key in keys.Reverse()) await Insert("p", key);
        (await Keys(new RowRange(Table, "p"))).ShouldBe(ordinal);
    }

    [Fact]
    public async Task Range_OfATable_IsInOrderOfPartitionThenRow()
    {
        foreach (var key in (string[])["b|2", "a|9", "B|1", "b|10", "b|1", "a|1"])
        {
            var parts = key.Split('|');
            await Insert(parts[0], parts[1]);
        }

        (await All(new RowRange(Table, null))).Select(r => $"{r.Partition}|{r.Row}").ShouldBe(["B|1", "a|1", "a|9", "b|1", "b|10", "b|2"]);
    }

    [Fact]
    public async Task Range_WithBounds_TakesTheFirstAndNotTheLast()
    {
        foreach (var key in (string[])["a", "b", "ba", "c", "d"]) await Insert("p", key);
        await Insert("q", "b");
        (await Keys(new RowRange(Table, "p") { From = "b", Before = "d" })).ShouldBe(["b", "ba", "c"]);
        (await Keys(new RowRange(Table, "p") { From = "bb" })).ShouldBe(["c", "d"]);
        (await Keys(new RowRange(Table, "p") { Before = "b" })).ShouldBe(["a"]);
        (await Keys(new RowRange(Table, "p") { From = "c", Before = "c" })).ShouldBeEmpty();
        (await Keys(new RowRange(Table, "p") { From = "d", Before = "a" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Range_OfATableWithBounds_HoldsThemForTheRows()
    {
        foreach (var partition in (string[])["p", "q", "r"])
        {
            foreach (var row in (string[])["a", "m|1", "m|2", "p|1"]) await Insert(partition, row);
        }

        (await All(RowRange.Prefix(Table, "p", "m|") with { Partition = null, Take = 2 })).Select(r => r.Partition + r.Row)
            .ShouldBe(["pm|1", "pm|2", "qm|1", "qm|2", "rm|1", "rm|2"]);
    }

    [Fact]
    public async Task Prefix_OfRows_FindsThoseThatBeginWithIt()
    {
        foreach (var key in (string[])["m", "m|", "m|a", "m|ş", "m|\ufffd", "m}", "n"]) await Insert("p", key);
        (await Keys(RowRange.Prefix(Table, "p", "m|"))).ShouldBe(["m|", "m|a", "m|ş", "m|\ufffd"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Pages_OfAnySize_GiveEveryRowOnce(int take)
    {
        foreach (var partition in (string[])["p", "q'", "s"])
        {
            await Write(partition, [.. Enumerable.Range(0, 7).Select(i => RowWrite.Insert($"r{i}", "{}"))]);
        }

        (await Keys(new RowRange(Table, "q'") { Take = take })).ShouldBe(["r0", "r1", "r2", "r3", "r4", "r5", "r6"]);
        (await All(new RowRange(Table, null) { Take = take })).Select(r => r.Partition + r.Row).Distinct().Count().ShouldBe(21);
        (await Rows.ReadAsync(new RowRange(Table, null) { Take = take })).Rows.Count.ShouldBeLessThanOrEqualTo(take);
    }

    [Fact]
    public async Task Pages_WhileRowsComeAndGo_NeitherRepeatNorMissTheRest()
    {
        await Write("p", [.. Enumerable.Range(0, 6).Select(i => RowWrite.Insert($"r{i}", "{}"))]);
        var first = await Rows.ReadAsync(new RowRange(Table, "p") { Take = 3 });
        await Write("p", RowWrite.Delete("r3"), RowWrite.Insert("a", "{}"));
        (await Keys(new RowRange(Table, "p") { Take = 3, Continuation = first.Continuation })).ShouldBe(["r4", "r5"]);
    }

    [Fact]
    public async Task Page_OfMoreThan1000Rows_HasAtMost1000()
    {
        for (var chunk = 0; chunk < 11; chunk++)
            await Write("p", [.. Enumerable.Range(0, 100).Select(i => RowWrite.Insert($"r{(chunk * 100) + i:0000}", "{}"))]);
        var page = await Rows.ReadAsync(new RowRange(Table, "p"));
        page.Rows.Count.ShouldBeLessThanOrEqualTo(1000);
        page.Continuation.ShouldNotBeNull();
        (await Keys(new RowRange(Table, "p"))).Count.ShouldBe(1100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task Page_OfImpossibleSize_IsRefused(int take) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.ReadAsync(new RowRange(Table, "p") { Take = take }));

    [Fact]
    public async Task Range_OfAMissingTableOrPartition_IsEmptyAndTheLastPage()
    {
        var page = await Rows.ReadAsync(new RowRange(AnotherTable(), "p"));
        page.Rows.ShouldBeEmpty();
        page.Continuation.ShouldBeNull();
        await Insert("p", "r");
        (await Keys(new RowRange(Table, "q"))).ShouldBeEmpty();
    }
}

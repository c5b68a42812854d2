using Crisis.Core.Storage;

namespace Crisis.Contracts;

public abstract class RowTableSpecs(IRowStoreHarness harness) : RowStoreContract(harness)
{
    [Fact]
    public async Task Row_OfAMissingTable_IsNull() => (await Rows.GetAsync(AnotherTable(), "p", "r")).ShouldBeNull();

    [Fact]
    public async Task Drop_ThenWrite_MakesTheTableAnewAndEmpty()
    {
        var old = await Insert("p", "r", "old");
        await Rows.DropAsync(Table);
        (await Rows.GetAsync(Table, "p", "r")).ShouldBeNull();
        (await Keys(new RowRange(Table, null))).ShouldBeEmpty();
        (await Write("p", RowWrite.Replace("r", "new", old))).Written.ShouldBeFalse();
        (await Write("p", RowWrite.Insert("r", "new"))).Written.ShouldBeTrue();
        (await Rows.GetAsync(Table, "p", "r")).ShouldNotBeNull().ETag.ShouldNotBe(old);
    }

    [Fact]
    public async Task Drop_OfAMissingTable_DoesNothing() => await Rows.DropAsync(AnotherTable());

    [Fact]
    public async Task Drop_LeavesTheOtherTables()
    {
        var other = AnotherTable();
        await Insert("p", "r");
        await Rows.WriteAsync(other, "p", [RowWrite.Insert("r", "{}")]);
        await Rows.DropAsync(Table);
        (await Rows.GetAsync(other, "p", "r")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Tables_OfAPrefix_AreListedInOrder()
    {
        var prefix = AnotherTable();
        foreach (var ending in (string[])["20260302", "2026", "20251231", "x"])
            await Rows.WriteAsync(prefix + ending, "p", [RowWrite.Insert("r", "{}")]);
        (await Rows.TablesAsync(prefix)).ShouldBe([prefix + "20251231", prefix + "2026", prefix + "20260302", prefix + "x"]);
        (await Rows.TablesAsync(prefix + "2026")).ShouldBe([prefix + "2026", prefix + "20260302"]);
        await Rows.DropAsync(prefix + "2026");
        (await Rows.TablesAsync(prefix)).ShouldNotContain(prefix + "2026");
        foreach (var table in await Rows.TablesAsync(prefix)) await Rows.DropAsync(table);
        (await Rows.TablesAsync(prefix)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tables_OfAnImpossiblePrefix_AreRefused() =>
        await Should.ThrowAsync<ArgumentException>(async () => await Rows.TablesAsync("a'b"));
}

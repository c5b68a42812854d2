using Crisis.Core.Storage;

namespace Crisis.Contracts;

public abstract class RowTransactionSpecs(IRowStoreHarness harness) : RowStoreContract(harness)
{
    [Fact]
    public async Task Insert_OfARowThatIsThere_ConflictsAndLeavesIt()
    {
        await Insert("p", "r", "first");
        var outcome = await Write("p", RowWrite.Insert("r", "second"));
        (outcome.Written, outcome.Conflict).ShouldBe((false, 0));
        outcome.ETags.ShouldBeEmpty();
        (await Rows.GetAsync(Table, "p", "r"))!.Body.ShouldBe("first");
    }

    [Fact]
    public async Task Upsert_WhetherThereOrNot_Writes()
    {
        (await Write("p", RowWrite.Upsert("r", "1"))).Written.ShouldBeTrue();
        (await Write("p", RowWrite.Upsert("r", "2"))).Written.ShouldBeTrue();
        (await Rows.GetAsync(Table, "p", "r"))!.Body.ShouldBe("2");
    }

    [Fact]
    public async Task Replace_WithTheTagOfTheLastWrite_Writes()
    {
        var first = await Insert("p", "r", "1");
        var second = (await Write("p", RowWrite.Replace("r", "2", first))).ETags.ShouldHaveSingleItem();
        second.ShouldNotBe(first);
        (await Rows.GetAsync(Table, "p", "r"))!.ETag.ShouldBe(second);
        (await Write("p", RowWrite.Replace("r", "3", second))).Written.ShouldBeTrue();
    }

    [Fact]
    public async Task Replace_WithAnOldTag_Conflicts()
    {
        var old = await Insert("p", "r", "1");
        await Write("p", RowWrite.Upsert("r", "2"));
        (await Write("p", RowWrite.Replace("r", "3", old))).Conflict.ShouldBe(0);
        (await Rows.GetAsync(Table, "p", "r"))!.Body.ShouldBe("2");
    }

    [Fact]
    public async Task Replace_OfARowOrTableThatIsNotThere_Conflicts()
    {
        var tag = await Insert("p", "other");
        (await Write("p", RowWrite.Replace("r", "1", tag))).Conflict.ShouldBe(0);
        (await Rows.WriteAsync(AnotherTable(), "p", [RowWrite.Replace("r", "1", tag)])).Conflict.ShouldBe(0);
    }

    [Fact]
    public async Task Replace_WithTheTagOfADeletedAndRewrittenRow_Conflicts()
    {
        var old = await Insert("p", "r", "same");
        await Write("p", RowWrite.Delete("r"));
        await Insert("p", "r", "same");
        (await Write("p", RowWrite.Replace("r", "2", old))).Conflict.ShouldBe(0);
    }

    [Fact]
    public async Task Delete_WithAndWithoutTag_DeletesOrConflicts()
    {
        var old = await Insert("p", "r");
        var tag = (await Write("p", RowWrite.Upsert("r", "2"))).ETags[0];
        (await Write("p", RowWrite.Delete("r", old))).Conflict.ShouldBe(0);
        var outcome = await Write("p", RowWrite.Delete("r", tag));
        outcome.ETags.ShouldBe([""]);
        (await Rows.GetAsync(Table, "p", "r")).ShouldBeNull();
        (await Write("p", RowWrite.Delete("r"))).Conflict.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task Transaction_WithOneConflict_WritesNothingAndSaysWhere(int at)
    {
        await Insert("p", $"r{at:000}", "old");
        var outcome = await Write("p", [.. Enumerable.Range(0, 100).Select(i => RowWrite.Insert($"r{i:000}", "new"))]);
        outcome.Conflict.ShouldBe(at);
        (await All(new RowRange(Table, "p"))).ShouldHaveSingleItem().Body.ShouldBe("old");
    }

    [Fact]
    public async Task Transaction_OfEveryKindWithAConflictAtItsEnd_ChangesNothing()
    {
        var a = await Insert("p", "a", "a");
        await Insert("p", "b", "b");
        await Insert("p", "c", "c");
        var outcome = await Write("p", RowWrite.Replace("a", "x", a), RowWrite.Upsert("b", "x"), RowWrite.Delete("c"), RowWrite.Insert("d", "x"), RowWrite.Replace("e", "x", a));
        outcome.Conflict.ShouldBe(4);
        (await All(new RowRange(Table, "p"))).Select(r => r.Body).ShouldBe(["a", "b", "c"]);
        (await Rows.GetAsync(Table, "p", "a"))!.ETag.ShouldBe(a);
    }

    [Fact]
    public async Task Transaction_Of100OfEveryKind_WritesAllAndGivesATagEach()
    {
        var tag = await Insert("p", "000", "old");
        await Insert("p", "001", "old");
        RowWrite[] writes = [RowWrite.Replace("000", "new", tag), RowWrite.Delete("001"), .. Enumerable.Range(2, 49).Select(i => RowWrite.Upsert($"{i:000}", "new")), .. Enumerable.Range(51, 49).Select(i => RowWrite.Insert($"{i:000}", "new"))];
        var outcome = await Write("p", writes);
        outcome.Written.ShouldBeTrue();
        outcome.ETags.Count.ShouldBe(100);
        var rows = await All(new RowRange(Table, "p"));
        rows.Count.ShouldBe(99);
        rows.ShouldAllBe(r => r.Body == "new");
        rows.Select(r => r.ETag).ShouldBe(outcome.ETags.Where(t => t.Length > 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Transaction_OfNoneOrOver100_IsRefused(int count) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Write("p", [.. Enumerable.Range(0, count).Select(i => RowWrite.Insert($"r{i}", "{}"))]));

    [Fact]
    public async Task Transaction_WithARowTwice_IsRefused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Write("p", RowWrite.Insert("r", "1"), RowWrite.Upsert("r", "2")));
        await Should.ThrowAsync<ArgumentException>(async () => await Write("p", RowWrite.Insert("r", "1"), RowWrite.Insert("a", "2"), RowWrite.Delete("r")));
        (await Keys(new RowRange(Table, "p"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Transaction_Cancelled_WritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await Rows.WriteAsync(Table, "p", [RowWrite.Insert("r", "{}")], cancelled.Token));
        (await Rows.GetAsync(Table, "p", "r")).ShouldBeNull();
    }
}

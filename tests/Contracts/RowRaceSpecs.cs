using Crisis.Core.Storage;

namespace Crisis.Contracts;

public abstract class RowRaceSpecs(IRowStoreHarness harness) : RowStoreContract(harness)
{
    [Fact]
    public async Task Insert_ByManyAtOnce_OneWins()
    {
        // Also races to make the table.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await Write("p", RowWrite.Insert("r", $"{i}")))));
        outcomes.Count(o => o.Written).ShouldBe(1);
        var winner = Array.FindIndex(outcomes, o => o.Written);
        (await Rows.GetAsync(Table, "p", "r"))!.Body.ShouldBe($"{winner}");
    }

    [Fact]
    public async Task Replace_ByManyAtOnceWithOneTag_OneWins()
    {
        var tag = await Insert("p", "r");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await Write("p", RowWrite.Replace("r", $"{i}", tag)))));
        outcomes.Count(o => o.Written).ShouldBe(1);
    }

    [Fact]
    public async Task Counter_RaisedByManyWithTags_LosesNone()
    {
        await Insert("p", "n", "0");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var raised = 0; raised < 10;)
            {
                var row = (await Rows.GetAsync(Table, "p", "n"))!;
                if ((await Write("p", RowWrite.Replace("n", $"{int.Parse(row.Body) + 1}", row.ETag))).Written) raised++;
            }
        })));
        (await Rows.GetAsync(Table, "p", "n"))!.Body.ShouldBe("40");
    }

    [Fact]
    public async Task Transactions_ThatOverlapInOneRow_AreAllOrNothing()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
            await Write("p", [.. Enumerable.Range(0, 5).Select(j => RowWrite.Insert($"{i}-{j}", "{}")), RowWrite.Insert("shared", $"{i}")]))));
        outcomes.Count(o => o.Written).ShouldBe(1);
        var winner = Array.FindIndex(outcomes, o => o.Written);
        var keys = await Keys(new RowRange(Table, "p"));
        keys.Count.ShouldBe(6);
        keys.Count(k => k.StartsWith($"{winner}-", StringComparison.Ordinal)).ShouldBe(5);
    }
}

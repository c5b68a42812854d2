using System.Text.Json;
using System.Text.Json.Nodes;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Escalation;

/// <summary>How a state lies in the table: what changes at every look apart from what seldom does.</summary>
public sealed class StateRowsSpecs
{
    private readonly MemoryRowStore _store = new();

    [Fact]
    public async Task Save_OnlyNumbersChanged_WritesNoPartAgain()
    {
        var table = new CrisisTable(_store);
        var step = await OpenAsync(table);
        var before = await PartsAsync();
        before.Select(row => row.Row).ShouldBe(["part|a|findings", "part|a|plan", "part|a|work"]);
        var next = CrisisLife.Apply(step.State, new Measured("m", Scenario.Time("09:05"), new Measurement { At = Scenario.Time("09:05"), HourMentions = 40, Totals = new CrisisTotals(40, 30, 0, 9, null) }));
        (await table.SaveAsync(next.State, next.Effects, next)).ShouldBe(SaveOutcome.Saved);
        (await PartsAsync()).Select(row => row.ETag).ShouldBe(before.Select(row => row.ETag));
        (await new CrisisTable(_store).FindAsync("a"))!.Totals.Mentions.ShouldBe(40);
    }

    [Fact]
    public async Task Save_APartChanged_WritesThatOneAndAnybodyReadsTheWhole()
    {
        var table = new CrisisTable(_store);
        var step = await OpenAsync(table);
        var before = await PartsAsync();
        var next = step.State with { Revision = step.State.Revision + 1, Steps = [new StepState("look", "ayse", null, StepStatus.Open)] };
        (await table.SaveAsync(next, [])).ShouldBe(SaveOutcome.Saved);
        (await PartsAsync()).Zip(before).Where(pair => pair.First.ETag != pair.Second.ETag).Select(pair => pair.First.Row).ShouldBe(["part|a|work"]);
        Json((await new CrisisTable(_store).FindAsync("a"))!).ShouldBe(Json(next));
        Json((await new CrisisTable(_store).LoadAsync("a"))!.State).ShouldBe(Json(next));
    }

    [Fact]
    public async Task Load_RowOfSchema1_IsReadWholeAndStoredInPartsWhenItChanges()
    {
        var step = await OpenAsync(new CrisisTable(_store));
        await AsSchema1Async(step.State);
        var table = new CrisisTable(_store);
        var state = (await table.FindAsync("a"))!;
        state.Schema.ShouldBe(CrisisState.CurrentSchema);
        (state.Signals.Count, state.Deadlines, state.Taken.Count).ShouldBe((step.State.Signals.Count, step.State.Deadlines, step.State.Taken.Count));
        var next = CrisisLife.Apply((await table.LoadAsync("a"))!.State, new Woken("w", Scenario.Time("09:20")));
        (await table.SaveAsync(next.State, next.Effects, next)).ShouldBe(SaveOutcome.Saved);
        (await PartsAsync()).Count.ShouldBe(3);
        Json((await new CrisisTable(_store).FindAsync("a"))!).ShouldBe(Json(next.State));
    }

    [Fact]
    public async Task Load_APartIsLost_SaysSoInsteadOfGoingOnWithoutIt()
    {
        await OpenAsync(new CrisisTable(_store));
        await _store.WriteAsync("crises", "all", [RowWrite.Delete("part|a|plan")]);
        (await Should.ThrowAsync<InvalidDataException>(async () => await new CrisisTable(_store).FindAsync("a"))).Message.ShouldContain("plan");
    }

    [Fact]
    public async Task Load_AWriterBetweenTheReads_IsReadAgain()
    {
        var table = new CrisisTable(_store);
        var step = await OpenAsync(table);
        var next = step.State with { Revision = step.State.Revision + 1, Participants = ["ayse"] };
        var between = new WriterBetween(_store, async () => await table.SaveAsync(next, []));
        Json((await new CrisisTable(between).FindAsync("a"))!).ShouldBe(Json(next));
        between.Done.ShouldBeTrue();
    }

    private static async Task<LifeStep> OpenAsync(CrisisTable table)
    {
        var step = CrisisLife.Open(
            new CrisisEscalation { Id = "e", Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = CrisisKind.ComplaintWave, Severity = 2, At = Scenario.Time("09:00"), Since = Scenario.Time("09:00") },
            "a",
            new Watch { Id = "kuzey", Name = "Kuzey" });
        await table.InsertAsync(step.State, step.Effects);
        return step;
    }

    private async Task AsSchema1Async(CrisisState state)
    {
        var whole = JsonNode.Parse(Json(state))!.AsObject();
        whole["schema"] = 1;
        whole.Remove("apart");
        await _store.WriteAsync("crises", "all", [RowWrite.Upsert("state|a", whole.ToJsonString(CrisisJson.Options)), .. (await PartsAsync()).Select(part => RowWrite.Delete(part.Row))]);
    }

    private async Task<IReadOnlyList<StoredRow>> PartsAsync() => (await _store.ReadAsync(RowRange.Prefix("crises", "all", "part|"))).Rows;

    private static string Json(CrisisState state) => JsonSerializer.Serialize(state, CrisisJson.Options);

    /// <summary>Somebody writes after the first row was read and before the others are, once.</summary>
    private sealed class WriterBetween(IRowStore store, Func<Task> write) : IRowStore
    {
        public bool Done { get; private set; }

        public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default) => store.GetAsync(table, partition, row, cancellation);

        public async ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default)
        {
            if (!Done)
            {
                Done = true;
                await write();
            }

            return await store.ReadAsync(range, cancellation);
        }

        public ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default) => store.WriteAsync(table, partition, writes, cancellation);

        public ValueTask DropAsync(string table, CancellationToken cancellation = default) => store.DropAsync(table, cancellation);

        public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default) => store.TablesAsync(prefix, cancellation);
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Escalation;

public sealed class CrisisTableSpecs
{
    private readonly MemoryRowStore _store = new();

    private static LifeStep Open(string id, string at, int severity = 2) => CrisisLife.Open(
        new CrisisEscalation { Id = "e-" + id, Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = CrisisKind.ComplaintWave, Severity = severity, At = Scenario.Time(at), Since = Scenario.Time(at) },
        id,
        new Watch { Id = "kuzey", Name = "Kuzey" });

    [Fact]
    public async Task Insert_Twice_KeepsTheFirst()
    {
        var table = new CrisisTable(_store);
        (await table.InsertAsync(Open("a", "09:00").State, [])).ShouldBeTrue();
        (await table.InsertAsync(Open("a", "09:00", severity: 4).State, [])).ShouldBeFalse();
        (await table.FindAsync("a"))!.Severity.ShouldBe(2);
    }

    [Fact]
    public async Task Save_Repeated_IsHarmlessAndAnOlderOneIsStale()
    {
        var table = new CrisisTable(_store);
        var step = Open("a", "09:00");
        await table.InsertAsync(step.State, step.Effects);
        var next = CrisisLife.Apply(step.State, new Woken("w", Scenario.Time("09:05")));
        (await table.SaveAsync(next.State, next.Effects)).ShouldBe(SaveOutcome.Saved);
        (await table.SaveAsync(next.State, next.Effects)).ShouldBe(SaveOutcome.Repeated);
        (await table.SaveAsync(step.State, [])).ShouldBe(SaveOutcome.Stale);
        (await table.SaveAsync(next.State with { Severity = 1 }, [])).ShouldBe(SaveOutcome.Stale);
        (await table.LoadAsync("a"))!.Pending.Count.ShouldBe(next.Effects.Count);
    }

    [Fact]
    public async Task Save_ManyLongEffects_ComeBackInOrder()
    {
        var table = new CrisisTable(_store);
        var step = Open("a", "09:00");
        await table.InsertAsync(step.State, []);
        var owed = Enumerable.Range(0, 200).Select(i => (LifeEffect)new SaveDraft($"k{i}", "apology", i, new string('ö', 900), "tr", "ayse", false)).ToList();
        await table.SaveAsync(step.State, owed);
        (await table.LoadAsync("a"))!.Pending.Select(e => e.Key).ShouldBe(owed.Select(e => e.Key));
        await table.SaveAsync(step.State, []);
        (await table.LoadAsync("a"))!.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_SeveralCrises_NewestFirstAndPageable()
    {
        var table = new CrisisTable(_store);
        foreach (var (id, at) in new[] { ("b", "10:00"), ("a", "11:00"), ("c", "09:00") }) await table.InsertAsync(Open(id, at).State, []);
        (await table.ListAsync()).Select(c => c.Id).ShouldBe(["a", "b", "c"]);
        (await table.ListAsync(1, Scenario.Time("11:00"))).Select(c => c.Id).ShouldBe(["b"]);
        (await table.ListOpenAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Timeline_WrittenTwice_HasEachLineOnce()
    {
        var timeline = new Timeline(_store);
        var lines = Enumerable.Range(0, 250).Select(i => new CrisisEvent { At = Scenario.Time("09:00").AddSeconds(i), Event = "note", Watch = "kuzey" }).ToList();
        await timeline.AppendAsync("a", 0, lines);
        await timeline.AppendAsync("a", 100, [.. lines.Skip(100)]);
        var read = await timeline.ReadAsync("a");
        read.Select(l => l.At).ShouldBe(lines.Select(l => l.At));
        (await timeline.ReadAsync("a", 240, 5)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Inbox_Drained_ByTimeThenIdAndTheFirstOutcomeStays()
    {
        var inbox = new Inbox(_store);
        foreach (var (id, at) in new[] { ("c", "09:02"), ("b", "09:01"), ("a", "09:02") })
        {
            var entry = new InboxEntry { Id = id, Crisis = "k", WrittenAt = Scenario.Time(at), Input = new Escalated(id, Scenario.Time(at), new CrisisEscalation { Id = id, Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = CrisisKind.Unclassified, Severity = 2, At = Scenario.Time(at), Since = Scenario.Time(at) }) };
            (await inbox.PutAsync(entry)).ShouldBeTrue();
            (await inbox.PutAsync(entry)).ShouldBeFalse();
        }

        (await inbox.DrainAsync("k")).Select(e => e.Id).ShouldBe(["b", "a", "c"]);
        await inbox.MarkAsync("k", "b", InboxOutcome.Refused, "closed");
        await inbox.MarkAsync("k", "b", InboxOutcome.Applied, null);
        (await inbox.DrainAsync("k")).Select(e => e.Id).ShouldBe(["a", "c"]);
        (await inbox.FindAsync("k", "b"))!.Reason.ShouldBe("closed");
    }
}

using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Escalation;

/// <summary>
/// The whole life of a crisis with store or channel failing at the k-th call, for every k: before it was accepted,
/// after it was, and as a crash of the process at that very point.
/// </summary>
public sealed class FaultScheduleSpecs
{
    private static readonly Deadlines Short = new()
    {
        Update = TimeSpan.FromMinutes(10),
        Aftercare = TimeSpan.FromMinutes(10),
        RecoveryWindows = 1,
    };

    public enum Fault
    {
        FailsBefore,
        FailsAfter,
        CrashesBefore,
        CrashesAfter,
    }

    [Theory]
    [InlineData(Fault.FailsBefore)]
    [InlineData(Fault.FailsAfter)]
    [InlineData(Fault.CrashesBefore)]
    [InlineData(Fault.CrashesAfter)]
    public async Task WholeLife_CallKFails_ComesToTheSameEndAndLosesNoNotice(Fault fault)
    {
        var (expected, calls) = await Live(int.MaxValue, fault);
        calls.ShouldBeGreaterThan(60);
        var wrong = new List<string>();
        await Parallel.ForAsync(1, calls + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (k, _) =>
        {
            var (outcome, _) = await Live(k, fault);
            if (outcome == expected) return;
            lock (wrong) wrong.Add($"k={k}:\n{string.Join('\n', outcome.Split('\n').Except(expected.Split('\n')).Select(l => "+" + l).Concat(expected.Split('\n').Except(outcome.Split('\n')).Select(l => "-" + l)))}");
        });
        wrong.ShouldBeEmpty();
    }

    private static async Task<(string Outcome, int Calls)> Live(int failAt, Fault fault)
    {
        var trouble = new Trouble(failAt, fault);
        var scenario = new Scenario(deadlines: Short).Between("09:10", "09:20", 80, 40);
        var memory = scenario.Store;
        scenario.Over(new TroubledStore(memory, trouble), new TroubledSender(scenario.Notices, trouble));
        await scenario.At("09:12");
        string? crisis = null;
        await Again(async () => crisis = await scenario.Escalate(id: "e"));
        await To(scenario, "09:20");
        await Say(scenario, crisis!, "d1", "ayse", DecisionVerb.Acknowledge);
        await Say(scenario, crisis!, "d2", "ayse", DecisionVerb.StepDone, ("step", "look"));
        await Say(scenario, crisis!, "d3", "jane", DecisionVerb.DraftApprove, ("draft", "apology"), ("text", "Sorry"));
        await To(scenario, "09:31");
        await Say(scenario, crisis!, "d4", "ayse", DecisionVerb.Contained);
        await To(scenario, "09:36");
        await Say(scenario, crisis!, "d5", "ayse", DecisionVerb.CauseNamed, ("text", "hub"));
        await To(scenario, "10:30");

        trouble.Over = true;
        var state = scenario.StateOf(crisis!);
        var ids = scenario.Notices.Sent.Select(n => n.Notice.Id).ToList();
        // At most what was in flight is repeated, under the same id.
        (ids.Count - ids.Distinct().Count()).ShouldBeLessThanOrEqualTo(1);
        var lines = scenario.Lines(crisis: crisis).Where(l => l.Event is not "gathered").Select(l => $"{l.Event} {l.By} {l.Detail.GetValueOrDefault("verb")} {l.Detail.GetValueOrDefault("outcome")} {l.Detail.GetValueOrDefault("to")}");
        var holder = await new CauseClaims(memory).HolderAsync("kuzey", CrisisCause.Mentions);
        var draft = await new DraftTexts(memory).FindAsync(crisis!, "apology", 2);
        var waiting = await new Inbox(memory).DrainAsync(crisis!);
        string[] outcome =
        [
            $"{state.End} {state.Severity} {state.Lead} {state.Relapses} reports {state.Aftermath.ReportVersion} wake {state.WakeAt is null} claim {holder} draft {draft?.ApprovedBy} waiting {waiting.Count}",
            .. lines,
            .. ids.Distinct().Order(StringComparer.Ordinal),
        ];
        return (string.Join('\n', outcome), trouble.Calls);
    }

    private static async Task Say(Scenario scenario, string crisis, string id, string person, DecisionVerb verb, params (string, string)[] arguments)
    {
        var decision = new Decision { Id = id, Crisis = crisis, Watch = "kuzey", Person = person, Verb = verb, At = scenario.Clock.GetUtcNow(), Arguments = arguments.ToDictionary(a => a.Item1, a => a.Item2) };
        await Again(async () => await scenario.Decisions.DecideAsync(decision));
        await Again(() => scenario.RunTo(scenario.Clock.GetUtcNow()));
    }

    private static Task To(Scenario scenario, string time) => Again(() => scenario.RunTo(Scenario.Time(time)));

    /// <summary>Who called tries again: a queue delivers again, a person clicks again, a host starts again.</summary>
    private static async Task Again(Func<Task> act)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception e) when (e is IOException or OperationCanceledException && tries < 3)
            {
                // The fault comes once.
            }
        }
    }

    private sealed class Trouble(int failAt, Fault fault)
    {
        private int _calls;

        public int Calls => _calls;

        public bool Over { get; set; }

        /// <summary>A read changes nothing: it fails once before, which is all that can be told.</summary>
        public ValueTask<T> AroundRead<T>(Func<ValueTask<T>> call) => fault == Fault.FailsBefore ? Around(call) : call();

        public async ValueTask<T> Around<T>(Func<ValueTask<T>> call)
        {
            var mine = !Over && Interlocked.Increment(ref _calls) == failAt;
            if (!mine) return await call();
            if (fault is Fault.FailsAfter or Fault.CrashesAfter) await call();
            throw fault is Fault.FailsBefore or Fault.FailsAfter ? new IOException("the store does not answer") : new OperationCanceledException("killed");
        }
    }

    /// <summary>As the port asks: what is known to be delivered is not sent again; what was in flight may be.</summary>
    private sealed class TroubledSender(INoticeSender inner, Trouble trouble) : INoticeSender
    {
        private readonly HashSet<string> _delivered = [];

        public async ValueTask<NoticeResult> SendAsync(NoticeRequest request, CancellationToken cancellation = default)
        {
            if (_delivered.Contains(request.Id)) return new NoticeResult(true, "outbox", null);
            var result = await trouble.Around(() => inner.SendAsync(request, cancellation));
            _delivered.Add(request.Id);
            return result;
        }
    }

    private sealed class TroubledStore(IRowStore inner, Trouble trouble) : IRowStore
    {
        public ValueTask<StoredRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation = default) => trouble.AroundRead(() => inner.GetAsync(table, partition, row, cancellation));

        public ValueTask<RowPage> ReadAsync(RowRange range, CancellationToken cancellation = default) => trouble.AroundRead(() => inner.ReadAsync(range, cancellation));

        public ValueTask<WriteOutcome> WriteAsync(string table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation = default) => trouble.Around(() => inner.WriteAsync(table, partition, writes, cancellation));

        public ValueTask DropAsync(string table, CancellationToken cancellation = default) => inner.DropAsync(table, cancellation);

        public ValueTask<IReadOnlyList<string>> TablesAsync(string prefix, CancellationToken cancellation = default) => inner.TablesAsync(prefix, cancellation);
    }
}

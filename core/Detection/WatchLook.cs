using Crisis.Core.Detection.Gate;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>
/// What a look at a watch finds, and what of it goes on: detectors, then the gate, then what was told before. All that
/// detection decides is decided here; reading, evidence and handing over are the handler's.
/// </summary>
internal sealed class WatchLook(FindingSearch search, SignalGate gate)
{
    /// <summary>Everything worth telling of one walk, and the memory that knows of it.</summary>
    public async ValueTask<(WatchMemory Memory, IReadOnlyList<WeighedFinding> Found)> WeighAsync(Watch watch, WindowWalk walk, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var (findings, memory) = await search.FindAsync(watch, walk, now, cancellation);
        if (findings.Count == 0) return (memory, []);
        var found = new List<WeighedFinding>(findings.Count);
        foreach (var finding in findings)
        {
            var sum = WindowSum.Of(finding.Signal.Since, finding.Windows);
            var context = new GateContext(watch, walk.Memory, finding.Windows, sum, walk.Latest, finding.Planned, now);
            var held = await gate.HoldAsync(finding.Signal, finding.Window, context, cancellation);
            if (finding.Again && held is not null) continue;
            var told = held is null ? TurnedEvent.Trim(walk.Memory, finding) : finding;
            if (!ReferenceEquals(told, finding)) sum = WindowSum.Of(told.Signal.Since, told.Windows);
            var record = new SignalRecord(told.Signal, held?.Reason, held?.Detail);
            found.Add(new WeighedFinding(told, sum, record));
            memory = ToldRules.Remember(memory, told, record);
        }

        return (memory, found);
    }
}

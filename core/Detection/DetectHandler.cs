using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>
/// Looks at a watch: seals and learns what is due, judges what still grows, hands findings over. Idempotent: what was
/// learned stands in one row that is replaced only by whoever read it, findings have ids that stay the same, and an
/// escalation sent twice is one.
/// </summary>
public sealed class DetectHandler(
    MentionStore mentions,
    WatchMemories memories,
    WatchBands bands,
    SignalLog signals,
    SignalGate gate,
    EvidenceGathering evidence,
    IEscalations escalations,
    TimeProvider clock)
{
    /// <summary>A longer gap without any window is not learned window by window: nobody was there to count.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(7);

    /// <summary>An event is summed over at most this long.</summary>
    private static readonly TimeSpan LongestEvent = TimeSpan.FromHours(6);

    /// <summary>Looks at a watch now. Returns the findings that are new.</summary>
    public async ValueTask<IReadOnlyList<SignalRecord>> DetectAsync(Watch watch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(watch);
        var now = clock.GetUtcNow();
        while (await mentions.Sealing.SealAsync(watch.Id, now, cancellation) is { Count: WindowSealing.MostAtOnce })
        {
        }

        while (true)
        {
            var (before, etag) = await memories.LoadAsync(watch.Id, cancellation);
            var walk = await WalkAsync(watch, before, now, cancellation);
            var (memory, found) = await TellAsync(watch, walk, now, cancellation);
            if (ReferenceEquals(memory, before)) return found;
            await bands.WriteAsync(watch.Id, walk.Bands, cancellation);
            if (await memories.SaveAsync(memory, etag, cancellation)) return found;
        }
    }

    private async ValueTask<WindowWalk> WalkAsync(Watch watch, WatchMemory memory, DateTimeOffset now, CancellationToken cancellation)
    {
        var sealedTo = mentions.Sealing.SealedTo(now);
        var current = WindowCounts.StartOf(now);
        var from = memory.LearnedTo ?? current - LongestEvent;
        if (current - from > LongestGap) from = current - LongestGap;
        var counts = (await mentions.Windows.ReadAsync(watch.Id, from, current + WindowCounts.Length, cancellation)).ToDictionary(window => window.Start);
        if (memory.LearnedTo is null)
        {
            if (counts.Count == 0) return new WindowWalk(memory);
            from = counts.Keys.Min();
        }

        var walk = new WindowWalk(memory);
        for (var start = from; start < current; start += WindowCounts.Length)
        {
            var window = counts.GetValueOrDefault(start) ?? new WindowCounts { Start = start };
            walk.Take(window, watch, learn: start < sealedTo);
        }

        if (counts.TryGetValue(current, out var open)) walk.Judge(open, (now - current) / WindowCounts.Length, watch);
        return walk;
    }

    /// <summary>The windows of a finding's event so far, summed; read only when there is something to tell.</summary>
    private async ValueTask<WindowCounts> EventAsync(string watch, WindowJudgement window, CancellationToken cancellation)
    {
        var since = window.Counts.Start;
        if (window.Mentions.Since < since) since = window.Mentions.Since.Value;
        if (window.Negative?.Since < since) since = window.Negative.Since!.Value;
        var earliest = window.Counts.Start - LongestEvent;
        if (since < earliest) since = earliest;
        return WindowSum.Of(since, await mentions.Windows.ReadAsync(watch, since, window.Counts.Start + WindowCounts.Length, cancellation));
    }

    private async ValueTask<(WatchMemory Memory, IReadOnlyList<SignalRecord> Found)> TellAsync(Watch watch, WindowWalk walk, DateTimeOffset now, CancellationToken cancellation)
    {
        var memory = walk.Memory;
        var found = new List<SignalRecord>();
        foreach (var window in walk.Unusual)
        {
            var sum = await EventAsync(watch.Id, window, cancellation);
            foreach (var signal in SurgeRules.Find(watch.Id, window, sum, now).Where(signal => IsNew(memory, signal, window)))
            {
                var full = signal with { Evidence = await evidence.GatherAsync(watch.Id, sum, signal.Since, now, cancellation) };
                var held = await gate.HoldAsync(watch, full, sum, cancellation);
                var record = new SignalRecord(full, held?.Reason, held?.Detail);
                if (record.Escalated) await EscalateAsync(full, cancellation);
                await signals.WriteAsync(record, cancellation);
                found.Add(record);
                memory = memory with
                {
                    Told = new Dictionary<string, ToldSignal>(memory.Told)
                    {
                        [signal.Detector] = new ToldSignal(signal.Id, signal.Since, window.Counts.Start, signal.Observed, record.Escalated),
                    },
                };
            }
        }

        return (memory, found);
    }

    // An event is told once, and once more when it has clearly outgrown what was told.
    private static bool IsNew(WatchMemory memory, Signal signal, WindowJudgement window) =>
        !memory.Told.TryGetValue(signal.Detector, out var told)
        || (window.Counts.Start > told.Window && (signal.Since > told.Since || signal.Observed >= 1.5 * told.Observed));

    private ValueTask EscalateAsync(Signal signal, CancellationToken cancellation) => escalations.SendAsync(
        new CrisisEscalation
        {
            Id = signal.Id,
            Watch = signal.Watch,
            Cause = signal.Cause,
            Kind = signal.Kind,
            Severity = signal.Severity,
            At = signal.At,
            Since = signal.Since,
            Signals = [signal],
        },
        cancellation);
}

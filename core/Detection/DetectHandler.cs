using Crisis.Core.Detection.Gate;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Response;
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
    KnownProblems problems,
    IEscalations escalations,
    TimeProvider clock)
{
    /// <summary>A longer gap without any window is not learned window by window: nobody was there to count.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(7);

    /// <summary>An event is summed over at most this long.</summary>
    private static readonly TimeSpan LongestEvent = TimeSpan.FromHours(6);

    /// <summary>The detectors beside those of volume look at so much.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromMinutes(55);

    private readonly RecentWindows recent = new(mentions);
    private readonly FindingSearch search = new(mentions, DetectorSet.Shipped);
    private readonly BlindSpots blindSpots = new(mentions, bands);

    /// <summary>Looks at a watch now. Returns the findings that are new.</summary>
    public async ValueTask<IReadOnlyList<SignalRecord>> DetectAsync(Watch watch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(watch);
        var now = clock.GetUtcNow();
        var sealedNow = new List<WindowKey>();
        while (await mentions.Sealing.SealAsync(watch.Id, now, cancellation) is { Count: > 0 } some)
        {
            sealedNow.AddRange(some);
            if (some.Count < WindowSealing.MostAtOnce) break;
        }

        while (true)
        {
            var (before, etag) = await memories.LoadAsync(watch.Id, cancellation);
            var late = await LateAsync(watch, before, sealedNow, now, cancellation);
            var walk = await WalkAsync(watch, before, now, cancellation);
            var (memory, found) = await TellAsync(watch, walk, now, cancellation);
            if (late is not null) found.Add(late);
            if (ReferenceEquals(memory, before)) return found;
            await bands.WriteAsync(watch.Id, walk.Bands, cancellation);
            if (await memories.SaveAsync(memory, etag, cancellation)) return found;
        }
    }

    private async ValueTask<SignalRecord?> LateAsync(Watch watch, WatchMemory memory, List<WindowKey> sealedNow, DateTimeOffset now, CancellationToken cancellation)
    {
        var reopened = sealedNow.Where(window => window.Start < memory.LearnedTo).OrderBy(window => window.Start).ToList();
        if (reopened.Count == 0) return null;
        recent.Forget(watch.Id);
        var record = await blindSpots.LookAsync(watch.Id, reopened, now, cancellation);
        if (record is not null) await signals.WriteAsync(record, cancellation);
        return record;
    }

    private async ValueTask<WindowWalk> WalkAsync(Watch watch, WatchMemory memory, DateTimeOffset now, CancellationToken cancellation)
    {
        var sealedTo = mentions.Sealing.SealedTo(now);
        var current = WindowCounts.StartOf(now);
        var from = memory.LearnedTo ?? current - LongestEvent;
        if (current - from > LongestGap) from = current - LongestGap;
        var eventFrom = EventBegin(memory, from, now);
        if (eventFrom > current - LookedBack) eventFrom = current - LookedBack;
        var counts = await recent.ReadAsync(watch.Id, eventFrom, current + WindowCounts.Length, sealedTo, cancellation);
        if (memory.LearnedTo is null)
        {
            if (counts.Count == 0) return WindowWalk.Nothing(memory);
            from = counts.Keys.Min();
        }

        var walk = new WindowWalk(memory, counts);
        for (var start = from; start < current; start += WindowCounts.Length)
        {
            var window = counts.GetValueOrDefault(start) ?? new WindowCounts { Start = start };
            walk.Take(window, watch, learn: start < sealedTo);
        }

        if (counts.TryGetValue(current, out var open)) walk.Judge(open, (now - current) / WindowCounts.Length, watch);
        return walk;
    }

    private static DateTimeOffset EventBegin(WatchMemory memory, DateTimeOffset from, DateTimeOffset now)
    {
        var begin = from;
        foreach (var since in memory.Negatives.Values.Append(memory.Mentions).Select(state => state.Since))
        {
            if (since < begin) begin = since.Value;
        }

        return begin < now - LongestEvent ? (from < now - LongestEvent ? from : WindowCounts.StartOf(now - LongestEvent)) : begin;
    }

    private async ValueTask<(WatchMemory Memory, List<SignalRecord> Found)> TellAsync(Watch watch, WindowWalk walk, DateTimeOffset now, CancellationToken cancellation)
    {
        var (findings, memory) = await search.FindAsync(watch, walk, now, cancellation);
        var found = new List<SignalRecord>();
        foreach (var finding in findings)
        {
            var sum = WindowSum.Of(finding.Signal.Since, finding.Windows);
            var context = new GateContext(watch, walk.Memory, finding.Windows, sum, walk.Latest, finding.Planned, now);
            var held = await gate.HoldAsync(finding.Signal, finding.Window, context, cancellation);
            if (finding.Again && held is not null) continue;
            var full = finding.Signal with
            {
                Evidence = await evidence.GatherAsync(watch.Id, sum, finding.Windows.Count > 0 ? finding.Windows[0].Start : finding.Signal.Since, now, cancellation),
                Notes = await NotesAsync(finding, cancellation),
            };
            var record = new SignalRecord(full, held?.Reason, held?.Detail);
            found.Add(record);
            memory = ToldRules.Remember(memory, finding, record);
        }

        // Handed over before they are written down: a repeat after a fall is harmless, a loss would not be.
        foreach (var cause in found.Where(record => record.Escalated).Select(record => record.Signal).GroupBy(signal => signal.Cause)) await EscalateAsync([.. cause], cancellation);
        foreach (var record in found) await signals.WriteAsync(record, cancellation);
        return (memory, found);
    }

    private async ValueTask<IReadOnlyList<SignalNote>> NotesAsync(Finding finding, CancellationToken cancellation)
    {
        var notes = finding.Signal.Notes.ToList();
        if (finding.Window.Open) notes.Add(new SignalNote("lower-bound", finding.Window.Counts.Mentions.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (finding.Signal.Notes.FirstOrDefault(note => note.Key == "target")?.Value is not { } target) return notes;
        var known = (await problems.ListAsync(finding.Signal.Watch, cancellation)).FirstOrDefault(problem => problem.FixedAt is null && problem.Target == target);
        if (known is not null) notes.Add(new SignalNote("known-problem", known.Fix.Length > 0 ? known.Fix : known.Target));
        return notes;
    }

    // Signals of one cause join one crisis, under the most telling kind and the most critical severity.
    private ValueTask EscalateAsync(IReadOnlyList<Signal> found, CancellationToken cancellation) => escalations.SendAsync(
        new CrisisEscalation
        {
            Id = found[0].Id,
            Watch = found[0].Watch,
            Cause = found[0].Cause,
            Kind = KindRule.Of(found.Select(signal => signal.Kind)),
            Severity = found.Min(signal => signal.Severity),
            At = found[0].At,
            Since = found.Min(signal => signal.Since),
            Signals = found,
        },
        cancellation);
}

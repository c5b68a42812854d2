using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Crisis.Core.Detection.Signals;
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
    private readonly RecentWindows recent = new(mentions);
    private readonly ConcurrentDictionary<string, StrongBox<IReadOnlyList<JudgedWindow>>> judged = new(StringComparer.Ordinal);
    private readonly WatchLook look = new(new FindingSearch(OwnTextAsync(mentions), DetectorSet.Shipped), gate);
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
            if (memories.Waits(memory, etag)) bands.Keep(watch.Id, walk.Bands);
            else await bands.WriteAsync(watch.Id, walk.Bands, cancellation);
            if (await memories.SaveAsync(memory, etag, cancellation)) return found;
        }
    }

    private async ValueTask<SignalRecord?> LateAsync(Watch watch, WatchMemory memory, List<WindowKey> sealedNow, DateTimeOffset now, CancellationToken cancellation)
    {
        if (sealedNow.Count == 0) return null;
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
        var counts = await recent.ReadAsync(watch.Id, WindowWalk.ReadFrom(memory, now), WindowCounts.StartOf(now) + WindowCounts.Length, sealedTo, cancellation);
        var before = judged.GetOrAdd(watch.Id, _ => new StrongBox<IReadOnlyList<JudgedWindow>>([]));
        var walk = WindowWalk.Over(watch, memory, counts, now, sealedTo, before.Value!);
        before.Value = walk.Judged;
        return walk;
    }

    private async ValueTask<(WatchMemory Memory, List<SignalRecord> Found)> TellAsync(Watch watch, WindowWalk walk, DateTimeOffset now, CancellationToken cancellation)
    {
        var (memory, weighed) = await look.WeighAsync(watch, walk, now, cancellation);
        var found = new List<SignalRecord>(weighed.Count);
        foreach (var one in weighed)
        {
            var finding = one.Finding;
            var since = finding.Windows.Count > 0 ? finding.Windows[0].Start : finding.Signal.Since;
            var full = finding.Signal with
            {
                Evidence = await evidence.GatherAsync(finding.Signal, one.Event, since, now, cancellation),
                Notes = await NotesAsync(finding, cancellation),
            };
            found.Add(one.Record with { Signal = full });
        }

        // Handed over before they are written down: a repeat after a fall is harmless, a loss would not be.
        foreach (var escalation in SignalJoining.Escalations(found)) await escalations.SendAsync(escalation, cancellation);
        foreach (var record in found) await signals.WriteAsync(record, cancellation);
        return (memory, found);
    }

    private async ValueTask<IReadOnlyList<SignalNote>> NotesAsync(Finding finding, CancellationToken cancellation)
    {
        var notes = finding.Signal.Notes.ToList();
        if (finding.Window.Open) notes.Add(new SignalNote(SignalNote.LowerBound, finding.Window.Counts.Mentions.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (finding.Signal.Notes.FirstOrDefault(note => note.Key == "target")?.Value is not { } target) return notes;
        var known = (await problems.ListAsync(finding.Signal.Watch, cancellation)).FirstOrDefault(problem => problem.FixedAt is null && problem.Names(target));
        if (known is not null) notes.Add(new SignalNote("known-problem", known.Fix.Length > 0 ? known.Fix : known.Target));
        return notes;
    }

    private static OwnPostLookup OwnTextAsync(MentionStore mentions) =>
        async (watch, source, id, cancellation) => await mentions.Mentions.FindAsync(watch, source, id, cancellation) is { Mention: { Own: true } post } ? post.Text : null;
}

using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>Looks at the mentions on behalf of a crisis, always against the baseline from before it.</summary>
public sealed class CrisisMeasures(IRowStore store, MentionStore mentions, WatchMemories memories, SpreadGathering spread, IConfigSource config) : ICrisisMeasures
{
    /// <summary>So few are inside the band of any watch.</summary>
    private const double Always = 2;

    private const int MostWindows = 300;
    private static readonly VolumeDetector Detector = new();
    private readonly JsonRows<CrisisBaseline> baselines = new(store, "baselines");

    public async ValueTask<Measurement> MeasureAsync(CrisisState crisis, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        await mentions.Sealing.SealAsync(crisis.Watch, now, cancellation);
        var watch = (await config.CurrentAsync(cancellation)).WatchOf(crisis.Watch);
        var baseline = await BaselineAsync(crisis, cancellation);
        var sealedTo = mentions.Sealing.SealedTo(now);
        var hourFrom = WindowCounts.StartOf(now - TimeSpan.FromHours(1) + WindowCounts.Length);
        var first = Earliest(WindowCounts.StartOf(from), baseline.SummedTo, hourFrom);
        var counts = (await mentions.Windows.ReadAsync(crisis.Watch, first, now + WindowCounts.Length, cancellation)).ToDictionary(window => window.Start);

        var windows = new List<WindowVerdict>();
        for (var start = WindowCounts.StartOf(from); start < sealedTo; start += WindowCounts.Length)
        {
            windows.Add(Judge(baseline, counts.GetValueOrDefault(start) ?? new WindowCounts { Start = start }, watch));
        }

        var skipped = Math.Max(0, windows.Count - MostWindows);
        var hour = Range(counts, hourFrom, now + WindowCounts.Length);
        var sum = WindowSum.Of(hourFrom, hour);
        var scored = sum.Positive + sum.Neutral + sum.Negative;
        var (expectedMentions, expectedNegative) = ExpectHour(baseline, hourFrom, now, watch);
        return new Measurement
        {
            At = now,
            Windows = [.. windows.Skip(skipped)],
            Skipped = skipped,
            HourMentions = sum.Mentions,
            HourNegative = sum.Negative,
            HourExpectedMentions = expectedMentions,
            HourExpectedNegative = expectedNegative,
            Totals = await TotalsAsync(crisis, baseline, counts, sealedTo, cancellation),
            BySource = EvidenceGathering.Names(sum, Facet.Source).ToDictionary(source => source.Name, source => source.Mentions),
            NegativeShare = scored == 0 ? null : sum.Negative / (double)scored,
        };
    }

    public ValueTask<SpreadReport> GatherAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var known = crisis.Stage == CrisisStage.Detect ? null : crisis.Spread;
        return spread.GatherAsync(crisis.Watch, since, now, known, cancellation);
    }

    private async ValueTask<CrisisBaseline> BaselineAsync(CrisisState crisis, CancellationToken cancellation)
    {
        if (await baselines.GetAsync(crisis.Watch, crisis.Id, cancellation) is { } kept) return kept;
        var (memory, _) = await memories.LoadAsync(crisis.Watch, cancellation);
        var analyser = memory.Negatives.Count == 0 ? null : memory.Negatives.MaxBy(pair => pair.Value.Windows).Key;
        var baseline = new CrisisBaseline(memory.Mentions, analyser, analyser is null ? VolumeState.New : memory.Negatives[analyser])
        {
            SummedTo = WindowCounts.StartOf(crisis.Since),
        };
        return await baselines.InsertAsync(crisis.Watch, crisis.Id, baseline, cancellation)
            ? baseline
            : (await baselines.GetAsync(crisis.Watch, crisis.Id, cancellation))!;
    }

    private static WindowVerdict Judge(CrisisBaseline baseline, WindowCounts window, Watch watch)
    {
        var options = WatchContext.Options(watch, window.Start);
        var mentions = Detector.Judge(baseline.Mentions, window.Start, window.Mentions, 1, options);
        var negative = Detector.Judge(baseline.Negative, window.Start, window.Negative, 1, options);
        return new WindowVerdict(
            window.Start,
            window.Mentions,
            window.Negative,
            window.Negative <= Math.Max(negative.ExpectedHigh, Always),
            window.Mentions <= Math.Max(mentions.ExpectedHigh, Always));
    }

    private static (double Mentions, double Negative) ExpectHour(CrisisBaseline baseline, DateTimeOffset from, DateTimeOffset now, Watch watch)
    {
        double mentions = 0, negative = 0;
        for (var start = from; start < now; start += WindowCounts.Length)
        {
            var options = WatchContext.Options(watch, start);
            var elapsed = Math.Min(1, (now - start) / WindowCounts.Length);
            mentions += Detector.Expect(baseline.Mentions, start, elapsed, options);
            negative += Detector.Expect(baseline.Negative, start, elapsed, options);
        }

        return (mentions, negative);
    }

    private async ValueTask<CrisisTotals> TotalsAsync(
        CrisisState crisis, CrisisBaseline baseline, Dictionary<DateTimeOffset, WindowCounts> counts, DateTimeOffset sealedTo, CancellationToken cancellation)
    {
        var begin = WindowCounts.StartOf(crisis.Since);
        var fresh = Range(counts, Latest(baseline.SummedTo, begin), DateTimeOffset.MaxValue);
        if (sealedTo - baseline.SummedTo >= TimeSpan.FromHours(1))
        {
            var kept = baseline with { SummedTo = sealedTo, Sums = Add(baseline.Sums, fresh.Where(window => window.Start < sealedTo)) };
            await baselines.ChangeAsync(crisis.Watch, crisis.Id, now => now?.SummedTo < kept.SummedTo ? kept : null, cancellation);
        }

        return Add(baseline.Sums, fresh);
    }

    private static CrisisTotals Add(CrisisTotals sums, IEnumerable<WindowCounts> windows)
    {
        foreach (var window in windows)
        {
            var peak = window.Mentions > sums.PeakMentions;
            sums = new CrisisTotals(
                sums.Mentions + window.Mentions,
                sums.Negative + window.Negative,
                sums.Reach + window.Reach,
                peak ? window.Mentions : sums.PeakMentions,
                peak ? window.Start : sums.PeakAt);
        }

        return sums;
    }

    private static List<WindowCounts> Range(Dictionary<DateTimeOffset, WindowCounts> counts, DateTimeOffset from, DateTimeOffset before) =>
        [.. counts.Values.Where(window => window.Start >= from && window.Start < before).OrderBy(window => window.Start)];

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset> times)
    {
        var earliest = times[0];
        foreach (var time in times) earliest = time < earliest ? time : earliest;
        return earliest;
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

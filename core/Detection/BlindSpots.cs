using System.Globalization;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>
/// Looks at windows that were opened again after they had taught: a source came back and told of times gone by. That
/// calls nobody, but stands in the log: as late arrivals, or as something that happened while nobody could look.
/// </summary>
internal sealed class BlindSpots(MentionStore mentions, WatchBands bands)
{
    private const int LeastLate = 12;
    private const double LeastSurprise = 6, Times = 3;

    public async ValueTask<SignalRecord?> LookAsync(string watch, IReadOnlyList<WindowKey> reopened, DateTimeOffset now, CancellationToken cancellation)
    {
        if (reopened.Count == 0) return null;
        var (from, before) = (reopened[0].Start, reopened[^1].End);
        var starts = reopened.Select(window => window.Start).ToHashSet();
        var counts = (await mentions.Windows.ReadAsync(watch, from, before, cancellation)).Where(window => starts.Contains(window.Start) && window.Late > 0).ToList();
        var late = counts.Sum(window => window.Late);
        if (late < LeastLate) return null;
        var expected = await bands.ReadAsync(watch, from, before, cancellation);
        var peak = counts.MaxBy(window => window.Mentions)!;
        var usual = expected.GetValueOrDefault(peak.Start)?.Mentions ?? 0;
        var surprise = NegativeBinomial.UpperSurprise(peak.Mentions, Math.Max(usual, 0.1), 0.25);
        var unusual = surprise >= LeastSurprise && peak.Mentions >= Times * usual;
        var signal = new Signal
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{watch}-late-{from.UtcDateTime:yyyyMMddHHmm}-{now.UtcDateTime:yyyyMMddHHmm}"),
            Watch = watch,
            Detector = DetectorNames.Surge,
            Cause = CrisisCause.Mentions,
            At = now,
            Since = from,
            Observed = peak.Mentions,
            Expected = usual,
            Surprise = surprise,
            Kind = CrisisKind.Unclassified,
            Severity = 4,
            Notes = [new SignalNote("late-arrivals", late.ToString(CultureInfo.InvariantCulture))],
        };
        return new SignalRecord(signal, unusual ? SuppressionReason.WhileBlind : SuppressionReason.LateArrivals, late.ToString(CultureInfo.InvariantCulture));
    }
}

using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>Counts of windows beside what was expected of them.</summary>
public sealed class WatchSeries(MentionStore mentions, WatchBands bands) : IWatchSeries
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public async ValueTask<IReadOnlyList<SeriesPoint>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default)
    {
        var counts = (await mentions.Windows.ReadAsync(watch, from, before, cancellation)).ToDictionary(window => window.Start);
        var expected = await bands.ReadAsync(watch, from, before, cancellation);
        var points = new List<SeriesPoint>();
        WatchBand? last = null;
        for (var start = WindowCounts.StartOf(from); start < before; start += WindowCounts.Length)
        {
            if (start < from) continue;
            var window = counts.GetValueOrDefault(start);

            // A window that is still open has no band of its own yet; what was expected last goes on for a while.
            var band = expected.GetValueOrDefault(start) ?? (last is not null && start - last.Start <= Fresh ? last : null);
            last = expected.GetValueOrDefault(start) ?? last;
            points.Add(new SeriesPoint(start, window?.Mentions ?? 0, window?.Negative ?? 0)
            {
                Sources = window is null ? None : Sources(window),
                ExpectedMentions = band?.Mentions,
                HighMentions = band?.HighMentions,
                ExpectedNegative = band?.Negative,
                HighNegative = band?.HighNegative,
            });
        }

        return points;
    }

    private static readonly Dictionary<string, SourceCount> None = [];

    private static Dictionary<string, SourceCount> Sources(WindowCounts window) => window.Facets
        .Where(facet => facet.Key.StartsWith(Facet.Source, StringComparison.Ordinal))
        .ToDictionary(facet => facet.Key[Facet.Source.Length..], facet => new SourceCount(facet.Value.Mentions, facet.Value.Negative), StringComparer.Ordinal);
}

using Crisis.Local.Commands;
using Crisis.Local.Drills;
using Crisis.Local.Watching;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// <c>crisis bench onsets</c>: real crises through the whole pipeline, each a watch of its own, and how long after its
/// onset each is signalled as a surge.
/// </summary>
internal static class OnsetBenchmark
{
    /// <summary>Most minutes: the median's, and anybody's.</summary>
    public const double Median = 10, Longest = 45;

    private const string Map = "created_at=timestamp_utc,id=tweet_id,watch=event,source=";

    /// <summary>Minutes from the begin of the onset window to the first surge signal at or after it; null without one. And how many there were before.</summary>
    public static async Task<IReadOnlyList<(string Event, double? Minutes, int Before)>> RunAsync(string stream, string onsets, CancellationToken cancellation = default)
    {
        using var output = DrillOutput.Prepare(null);
        var file = DrillFile.Open(new FileInfo(stream), Map, null, null);
        var result = await DrillCommand.PlayAsync(DrillCommand.ReadConfig(null), DrillScript.Usual, file, output, cancellation);
        var signals = result.Events
            .Where(happened => happened.Event == "signal" && happened.Detail.GetValueOrDefault("detector") is Core.Detection.Signals.DetectorNames.Surge or Core.Detection.Signals.DetectorNames.NegativeSurge)
            .ToLookup(happened => happened.Watch, happened => happened.At, StringComparer.Ordinal);
        return
        [
            .. DetectionBenchmark.KnownOnsets(onsets).OrderBy(known => known.Key, StringComparer.Ordinal).Select(known =>
            {
                var at = signals[WatchId.From(known.Key)].Order().ToList();
                var first = at.Where(time => time >= known.Value).Select(time => (double?)(time - known.Value).TotalMinutes).FirstOrDefault();
                return (known.Key, first, at.Count(time => time < known.Value));
            }),
        ];
    }
}

using Crisis.Core.Detection.Signals;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Gate;

/// <summary>
/// Another analyser took over within the event, and calls other things negative. Its numbers are believed when they
/// have grown since it took over, or when the first one had found as much.
/// </summary>
internal static class AnalyserRule
{
    private const double Grown = 2.5, Share = 0.3;
    private const int Known = 288;

    public static string? Hold(Signal signal, GateContext context)
    {
        if (signal.Detector is not (DetectorNames.Surge or DetectorNames.NegativeSurge or DetectorNames.ComplaintWave or DetectorNames.BroadComplaint or DetectorNames.PostBacklash or DetectorNames.CampaignBackfire)) return null;
        var scored = context.Windows.Where(window => window.Analysers.Count > 0).ToList();
        if (scored.Count < 2) return null;
        var (first, last) = (Main(scored[0]), Main(scored[^1]));
        if (first == last || first == GivenSentiment.Analyser || last == GivenSentiment.Analyser) return null;
        if (context.Memory.Negatives.GetValueOrDefault(last)?.Windows >= Known) return null;
        if (context.Event.Analysers[first] is { Negative: >= 8 } before && before.Negative >= Math.Max(Share, context.Habits.NegativeShare + 0.1) * before.Mentions) return null;
        var by = scored.Where(window => Main(window) == last).Select(window => window.Analysers[last].Negative).ToList();
        var half = by.Count / 2;
        if (half >= 2 && by.Skip(half).Average() >= Grown * Math.Max(1, by.Take(half).Average())) return null;
        return $"{first} → {last}";
    }

    private static string Main(WindowCounts window) => window.Analysers.MaxBy(pair => pair.Value.Mentions).Key;
}

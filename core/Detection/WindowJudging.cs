using Crisis.Core.Detection.Volume;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>
/// Walks the windows of a watch through its volume detectors. Pure. Sealed windows teach; those that may still grow are
/// judged on a copy, so that the same moment judged twice gives the same finding.
/// </summary>
internal static class WindowJudging
{
    /// <summary>Negatives are a part of the mentions, so that fewer of them stand out.</summary>
    private const double LeastNegatives = 8;

    private static readonly VolumeDetector Detector = new();

    /// <summary>Judges a closed window, and says what is known after it.</summary>
    public static JudgedWindow Observe(WatchMemory memory, WindowCounts window, VolumeOptions options)
    {
        var (mentions, verdict) = Detector.Observe(memory.Mentions, window.Start, window.Mentions, options);
        var negatives = new Dictionary<string, VolumeState>(memory.Negatives.Count + 1);
        VolumeVerdict? negative = null;
        var main = MainAnalyser(memory, window);
        var ofNegatives = options with { LeastCount = LeastNegatives };
        foreach (var (analyser, state) in memory.Negatives) Add(analyser, state);
        foreach (var analyser in window.Analysers.Keys)
        {
            if (!memory.Negatives.ContainsKey(analyser)) Add(analyser, VolumeState.New);
        }

        return new JudgedWindow(memory.Mentions, memory.Negatives, options, mentions, negatives, new WindowJudgement(window, verdict, main, negative, Open: false));

        void Add(string analyser, VolumeState state)
        {
            // An analyser that was not asked in this window has said nothing, neither much nor little.
            var asked = window.Analysers.ContainsKey(analyser) || (analyser == main && window.Mentions == window.Unscored && window.Mentions == 0);
            if (!asked)
            {
                negatives[analyser] = state;
                return;
            }

            (negatives[analyser], var found) = Detector.Observe(state, window.Start, window.Analysers.GetValueOrDefault(analyser)?.Negative ?? 0, ofNegatives);
            if (analyser == main) negative = found;
        }
    }

    /// <summary>Judges the window that runs now: its count so far is a lower bound.</summary>
    public static WindowJudgement Judge(WatchMemory memory, WindowCounts window, double elapsed, Watch watch)
    {
        var options = WatchContext.Options(watch, window.Start);
        var main = MainAnalyser(memory, window);
        var verdict = Detector.Judge(memory.Mentions, window.Start, window.Mentions, elapsed, options);
        var negative = main is null
            ? null
            : Detector.Judge(memory.Negatives.GetValueOrDefault(main) ?? VolumeState.New, window.Start, window.Analysers.GetValueOrDefault(main)?.Negative ?? 0, elapsed, options with { LeastCount = LeastNegatives });
        return new WindowJudgement(window, verdict, main, negative, Open: true);
    }

    // Who scored most of this window; in one without scores, who scored most so far.
    private static string? MainAnalyser(WatchMemory memory, WindowCounts window) =>
        window.Analysers.Count > 0
            ? window.Analysers.MaxBy(pair => pair.Value.Mentions).Key
            : memory.Negatives.Count > 0 ? memory.Negatives.MaxBy(pair => pair.Value.Windows).Key : null;
}

using Crisis.Core.Detection.Signals;

namespace Crisis.Core.Detection;

/// <summary>
/// An event that drew attention first and complaints later: the crisis begins where people begin to complain, and its
/// evidence is theirs. Who laughed an hour before has no part in it. Pure.
/// </summary>
internal static class TurnedEvent
{
    /// <summary>So many windows without a complaint part one matter from another.</summary>
    private const int Apart = 3;

    /// <summary>The finding from where its complaints begin; as it is when nothing of its event was held back as attention.</summary>
    public static Finding Trim(WatchMemory memory, Finding finding)
    {
        if (finding.Signal.Detector is not (DetectorNames.Surge or DetectorNames.NegativeSurge) || finding.Windows.Count == 0 || !WasAttention(memory, finding.Windows[0].Start)) return finding;
        var from = Begin(finding.Windows, memory.Habits);
        if (from is null or 0) return finding;
        var windows = finding.Windows.Skip(from.Value).ToList();
        return finding with { Windows = windows, Signal = finding.Signal with { Since = windows[0].Start } };
    }

    private static bool WasAttention(WatchMemory memory, DateTimeOffset since) => new[] { DetectorNames.Surge, DetectorNames.NegativeSurge }.Any(detector =>
        memory.Told.TryGetValue(detector, out var told) && told.Reason == SuppressionReason.AttentionOnly && told.Window >= since);

    // From the newest back: as long as windows complain, over gaps that are short.
    private static int? Begin(IReadOnlyList<WindowCounts> windows, WatchHabits habits)
    {
        int? begin = null;
        for (int at = windows.Count - 1, gap = 0; at >= 0 && gap <= Apart; at--)
        {
            if (Tone.Complains(windows[at], habits)) (begin, gap) = (at, 0);
            else gap++;
        }

        return begin;
    }
}

using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>One look at a watch: what was learned, what was expected, which windows are unusual.</summary>
internal sealed class WindowWalk(WatchMemory memory, IReadOnlyDictionary<DateTimeOffset, WindowCounts> counts)
{
    private WatchMemory ahead = memory;

    /// <summary>After the windows that taught; the same object when none did.</summary>
    public WatchMemory Memory { get; private set; } = memory;

    public List<WatchBand> Bands { get; } = [];

    public List<WindowJudgement> Unusual { get; } = [];

    public static WindowWalk Nothing(WatchMemory memory) => new(memory, new Dictionary<DateTimeOffset, WindowCounts>());

    /// <summary>A window that has ended: sealed, it teaches; else it is judged on a copy that is thrown away.</summary>
    public void Take(WindowCounts window, Watch watch, bool learn)
    {
        (ahead, var judgement) = WindowJudging.Observe(ahead, window, watch);
        Note(judgement);
        if (!learn) return;
        Memory = ahead;
        Bands.Add(new WatchBand(
            window.Start,
            judgement.Mentions.Expected,
            judgement.Mentions.ExpectedHigh,
            judgement.Negative?.Expected ?? 0,
            judgement.Negative?.ExpectedHigh ?? 0));
    }

    /// <summary>The window that runs now.</summary>
    public void Judge(WindowCounts window, double elapsed, Watch watch) => Note(WindowJudging.Judge(ahead, window, elapsed, watch));

    /// <summary>The windows of a finding's event so far, summed.</summary>
    public WindowCounts EventOf(WindowJudgement window)
    {
        var since = window.Counts.Start;
        if (window.Mentions.Since < since) since = window.Mentions.Since.Value;
        if (window.Negative?.Since < since) since = window.Negative.Since!.Value;
        return WindowSum.Of(since, [.. counts.Values.Where(count => count.Start >= since && count.Start <= window.Counts.Start).OrderBy(count => count.Start)]);
    }

    private void Note(WindowJudgement judgement)
    {
        if (judgement.Mentions.IsAlarm || judgement.Negative is { IsAlarm: true }) Unusual.Add(judgement);
    }
}

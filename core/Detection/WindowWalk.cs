using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>One look at a watch: what was learned, what was expected, which windows are unusual.</summary>
internal sealed class WindowWalk(WatchMemory memory)
{
    private WatchMemory ahead = memory;

    /// <summary>After the windows that taught; the same object when none did.</summary>
    public WatchMemory Memory { get; private set; } = memory;

    public List<WatchBand> Bands { get; } = [];

    public List<WindowJudgement> Unusual { get; } = [];

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

    private void Note(WindowJudgement judgement)
    {
        if (judgement.Mentions.IsAlarm || judgement.Negative is { IsAlarm: true }) Unusual.Add(judgement);
    }
}

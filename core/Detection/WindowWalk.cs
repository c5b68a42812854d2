using Crisis.Core.Detection.Signals;
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

    /// <summary>The newest window; null when none was looked at.</summary>
    public WindowJudgement? Latest { get; private set; }

    /// <summary>How many times the usual level the newest closed window was expected to bring, 1 or more.</summary>
    public double Season { get; private set; } = 1;

    public static WindowWalk Nothing(WatchMemory memory) => new(memory, new Dictionary<DateTimeOffset, WindowCounts>());

    /// <summary>A window that has ended: sealed, it teaches; else it is judged on a copy that is thrown away.</summary>
    public void Take(WindowCounts window, Watch watch, bool learn)
    {
        (ahead, var judgement) = WindowJudging.Observe(ahead, window, watch);
        Note(judgement);
        Season = Math.Clamp(judgement.Mentions.Expected / Math.Max(ahead.Mentions.Usual, 0.01), 1, 20);
        if (!learn) return;
        ahead = ahead with { Habits = HabitLearning.Learn(ahead.Habits, window, WatchContext.Options(watch, window.Start).TimeZone) };
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

    /// <summary>The windows of a finding's event so far.</summary>
    public IReadOnlyList<WindowCounts> EventOf(WindowJudgement window)
    {
        var since = window.Counts.Start;
        if (window.Mentions.Since < since) since = window.Mentions.Since.Value;
        if (window.Negative?.Since < since) since = window.Negative.Since!.Value;
        return Between(since, window.Counts.Start);
    }

    /// <summary>The windows of the hour that ends with the newest.</summary>
    public IReadOnlyList<WindowCounts> LastHour() =>
        Latest is null ? [] : Between(Latest.Counts.Start - TimeSpan.FromHours(1) + WindowCounts.Length, Latest.Counts.Start);

    /// <summary>How many windows without a mention lie right before an instant: when nothing comes from anywhere, nobody looked.</summary>
    public int MissedBefore(DateTimeOffset start, DateTimeOffset from)
    {
        var missed = 0;
        for (var at = start - WindowCounts.Length; at >= from && !counts.ContainsKey(at); at -= WindowCounts.Length) missed++;
        return missed;
    }

    private List<WindowCounts> Between(DateTimeOffset from, DateTimeOffset to) =>
        [.. counts.Values.Where(count => count.Start >= from && count.Start <= to).OrderBy(count => count.Start)];

    private void Note(WindowJudgement judgement)
    {
        Latest = judgement;
        if (judgement.Mentions.IsAlarm || judgement.Negative is { IsAlarm: true } || judgement.Mentions.IsSilent) Unusual.Add(judgement);
    }
}

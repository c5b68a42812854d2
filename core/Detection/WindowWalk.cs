using Crisis.Core.Detection.Signals;
using Crisis.Core.Detection.Volume;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>One look at a watch: what was learned, what was expected, which windows are unusual. Pure.</summary>
internal sealed class WindowWalk
{
    /// <summary>A longer gap without any window is not learned window by window: nobody was there to count.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(7);

    /// <summary>An event is summed over at most this long.</summary>
    private static readonly TimeSpan LongestEvent = TimeSpan.FromHours(6);

    /// <summary>The detectors beside those of volume look at so much.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromMinutes(55);

    private readonly IReadOnlyDictionary<DateTimeOffset, WindowCounts> counts;
    private readonly DateTimeOffset countsFrom;
    private readonly IReadOnlyList<JudgedWindow> before;
    private WatchMemory ahead;

    private WindowWalk(WatchMemory memory, IReadOnlyDictionary<DateTimeOffset, WindowCounts> counts, DateTimeOffset countsFrom, IReadOnlyList<JudgedWindow> before)
    {
        (Memory, ahead) = (memory, memory);
        (this.counts, this.countsFrom, this.before) = (counts, countsFrom, before);
    }

    /// <summary>After the windows that taught; the same object when none did.</summary>
    public WatchMemory Memory { get; private set; }

    public List<WatchBand> Bands { get; } = [];

    public List<WindowJudgement> Unusual { get; } = [];

    /// <summary>The closed windows that have not taught yet, for the next look.</summary>
    public List<JudgedWindow> Judged { get; } = [];

    /// <summary>The newest window; null when none was looked at.</summary>
    public WindowJudgement? Latest { get; private set; }

    /// <summary>How many times the usual level the newest closed window was expected to bring, 1 or more.</summary>
    public double Season { get; private set; } = 1;

    /// <summary>From when on a look needs the windows: what was not learned from, the running event, the last hour.</summary>
    public static DateTimeOffset ReadFrom(WatchMemory memory, DateTimeOffset now)
    {
        var current = WindowCounts.StartOf(now);
        var begin = Earlier(EventBegin(memory, LearnFrom(memory, current), now), current - LookedBack);
        return begin;
    }

    /// <summary>Looks at a watch.</summary>
    /// <param name="counts">The windows since <see cref="ReadFrom"/> that have mentions.</param>
    /// <param name="sealedTo">Windows that begin before this teach; later ones are judged on a copy that is thrown away.</param>
    /// <param name="before">What the last look had <see cref="Judged"/>; only saves time.</param>
    public static WindowWalk Over(
        Watch watch, WatchMemory memory, IReadOnlyDictionary<DateTimeOffset, WindowCounts> counts, DateTimeOffset now, DateTimeOffset sealedTo, IReadOnlyList<JudgedWindow> before)
    {
        var walk = new WindowWalk(memory, counts, ReadFrom(memory, now), before);
        if (memory.LearnedTo is null)
        {
            if (counts.Count == 0) return walk;

            // Remembered before anything is learned: however late the next mention comes, the silence until then counts.
            walk.Memory = walk.ahead = memory = memory with { LearnedTo = counts.Keys.Min() };
        }

        var current = WindowCounts.StartOf(now);
        for (var start = LearnFrom(memory, current); start < current; start += WindowCounts.Length)
        {
            walk.Take(counts.GetValueOrDefault(start) ?? new WindowCounts { Start = start }, watch, learn: start < sealedTo);
        }

        if (counts.TryGetValue(current, out var open)) walk.Note(WindowJudging.Judge(walk.ahead, open, (now - current) / WindowCounts.Length, watch));
        return walk;
    }

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

    /// <summary>
    /// How many windows without a mention lie right before an instant: when nothing comes from anywhere, nobody looked.
    /// What lies before the windows of this look is known from the counts that the memory keeps; of a silence longer
    /// than those it is believed that it went on, of the time before a watch began nothing is.
    /// </summary>
    public int MissedBefore(DateTimeOffset start, DateTimeOffset from)
    {
        var missed = 0;
        for (var at = start - WindowCounts.Length; at >= from && IsEmpty(at); at -= WindowCounts.Length) missed++;
        return missed;
    }

    private static DateTimeOffset LearnFrom(WatchMemory memory, DateTimeOffset current)
    {
        var from = memory.LearnedTo ?? current - LongestEvent;
        return current - from > LongestGap ? current - LongestGap : from;
    }

    private static DateTimeOffset EventBegin(WatchMemory memory, DateTimeOffset from, DateTimeOffset now)
    {
        var begin = from;
        if (memory.Mentions.Since < begin) begin = memory.Mentions.Since.Value;
        foreach (var negatives in memory.Negatives.Values)
        {
            if (negatives.Since < begin) begin = negatives.Since.Value;
        }

        return begin < now - LongestEvent ? (from < now - LongestEvent ? from : WindowCounts.StartOf(now - LongestEvent)) : begin;
    }

    /// <summary>A window that has ended: sealed, it teaches; else it is judged on a copy that is thrown away.</summary>
    private void Take(WindowCounts window, Watch watch, bool learn)
    {
        var options = WatchContext.Options(watch, window.Start);
        var judged = Known(window, options) ?? WindowJudging.Observe(ahead, window, options);
        var judgement = judged.Judgement with { Counts = window };
        ahead = ahead with { LearnedTo = window.Start + WindowCounts.Length, Mentions = judged.Mentions, Negatives = judged.Negatives };
        Note(judgement);
        // Less than the least mean is expected of no window, so that it makes no season either.
        Season = Math.Clamp(judgement.Mentions.Expected / Math.Max(ahead.Mentions.Usual, VolumeModel.Default.LeastMean), 1, 20);
        if (!learn)
        {
            Judged.Add(judged);
            return;
        }

        ahead = ahead with { Habits = HabitLearning.Learn(ahead.Habits, window, options.TimeZone) };
        Memory = ahead;
        Bands.Add(new WatchBand(
            window.Start,
            judgement.Mentions.Expected,
            judgement.Mentions.ExpectedHigh,
            judgement.Negative?.Expected ?? 0,
            judgement.Negative?.ExpectedHigh ?? 0));
    }

    private bool IsEmpty(DateTimeOffset at)
    {
        var back = (int)((ahead.LearnedTo!.Value - at) / WindowCounts.Length);
        if (back > ahead.Mentions.Windows) return false;
        if (at >= countsFrom) return !counts.ContainsKey(at);
        var known = ahead.Mentions.Counts;
        return back > known.Length || known[^back] <= 0;
    }

    private JudgedWindow? Known(WindowCounts window, Volume.VolumeOptions options)
    {
        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].IsStillTrue(ahead, window, options)) return before[i];
        }

        return null;
    }

    private List<WindowCounts> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var windows = new List<WindowCounts>();
        for (var start = from < countsFrom ? countsFrom : from; start <= to; start += WindowCounts.Length)
        {
            if (counts.TryGetValue(start, out var window)) windows.Add(window);
        }

        return windows;
    }

    private void Note(WindowJudgement judgement)
    {
        Latest = judgement;
        if (judgement.Mentions.IsAlarm || judgement.Negative is { IsAlarm: true } || judgement.Mentions.IsSilent) Unusual.Add(judgement);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}

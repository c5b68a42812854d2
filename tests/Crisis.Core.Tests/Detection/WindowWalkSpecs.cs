using Crisis.Core.Detection;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Detection;

public sealed class WindowWalkSpecs
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly Watch Watch = new() { Id = "kuzey", Name = "Kuzey" };

    [Fact]
    public void Look_ThatTakesUpWhatTheLastOneJudged_FindsTheSameAsOneThatBeginsAnew()
    {
        var counts = Enumerable.Range(0, 400).Select(i => Window(i, i < 380 ? 4 + (i % 5) : 60)).ToDictionary(window => window.Start);
        var (kept, anew) = (new WatchMemory { Watch = "kuzey" }, new WatchMemory { Watch = "kuzey" });
        IReadOnlyList<JudgedWindow> judged = [];
        for (var now = Begin.AddMinutes(1); now < Begin.AddMinutes(5 * 400); now += TimeSpan.FromMinutes(2))
        {
            var first = Over(kept, counts, now, judged);
            var second = Over(anew, counts, now, []);
            first.Latest!.Mentions.ShouldBe(second.Latest!.Mentions);
            first.Unusual.Select(window => window.Counts.Start).ShouldBe(second.Unusual.Select(window => window.Counts.Start));
            (kept, anew, judged) = (first.Memory, second.Memory, first.Judged);
        }

        kept.Mentions.Usual.ShouldBe(anew.Mentions.Usual);
        kept.Mentions.Told.ShouldBeTrue();
    }

    [Fact]
    public void Window_ThatGrewSinceTheLastLook_IsJudgedAgain()
    {
        var counts = Enumerable.Range(0, 100).Select(i => Window(i, 5)).ToDictionary(window => window.Start);
        var now = Begin.AddMinutes(5 * 100);
        var before = Over(new WatchMemory { Watch = "kuzey" }, counts, now, []);
        counts[Begin.AddMinutes(5 * 99)] = Window(99, 500);
        Over(before.Memory, counts, now, before.Judged).Latest!.Mentions.Observed.ShouldBe(500);
    }

    [Fact]
    public void FirstMention_LongBeforeTheSecond_BeginsTheHistory()
    {
        var memory = Over(new WatchMemory { Watch = "kuzey" }, Only(Window(0, 1)), Begin.AddMinutes(6), []).Memory;
        memory.LearnedTo.ShouldBe(Begin);
        Over(memory, Only(Window(240, 1)), Begin.AddHours(20), []).Memory.Mentions.Windows.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Outage_BeforeTheLastHour_IsMissedAndOrdinaryTimesAreNot()
    {
        var counts = Enumerable.Range(0, 300).Select(i => Window(i, 5)).ToDictionary(window => window.Start);
        var now = Begin.AddMinutes(5 * 300);
        var ordinary = Over(new WatchMemory { Watch = "kuzey" }, counts, now, []);
        ordinary.MissedBefore(ordinary.LastHour()[0].Start, now.AddHours(-6)).ShouldBe(0);

        counts[Begin.AddMinutes(5 * 345)] = Window(345, 200);
        now = Begin.AddMinutes(5 * 346);
        var back = Over(ordinary.Memory, counts, now, []);
        back.MissedBefore(back.LastHour()[0].Start, now.AddHours(-6)).ShouldBe(45);
    }

    [Fact]
    public void TimeBeforeAWatchBegan_IsNoOutage()
    {
        var counts = Enumerable.Range(0, 3).Select(i => Window(i, 5)).ToDictionary(window => window.Start);
        var walk = Over(new WatchMemory { Watch = "kuzey" }, counts, Begin.AddMinutes(15), []);
        walk.MissedBefore(Begin, Begin.AddHours(-6)).ShouldBe(0);
    }

    private static WindowWalk Over(WatchMemory memory, Dictionary<DateTimeOffset, WindowCounts> counts, DateTimeOffset now, IReadOnlyList<JudgedWindow> judged)
    {
        var from = WindowWalk.ReadFrom(memory, now);
        var known = counts.Where(pair => pair.Key >= from && pair.Key <= now).ToDictionary();
        return WindowWalk.Over(Watch, memory, known, now, WindowCounts.StartOf(now.AddMinutes(-16)) + WindowCounts.Length, judged);
    }

    private static Dictionary<DateTimeOffset, WindowCounts> Only(WindowCounts window) => new() { [window.Start] = window };

    private static WindowCounts Window(int number, int mentions) => new()
    {
        Start = Begin + (number * WindowCounts.Length),
        Mentions = mentions,
        Neutral = mentions - (mentions / 4),
        Negative = mentions / 4,
        Analysers = new Dictionary<string, FacetCount> { ["embedded"] = new(mentions, mentions / 4, DistinctSketch.Empty) },
    };
}

using Crisis.Core.Aftermath.Charts;
using Crisis.Core.Detection;
using Crisis.Web.Charts;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Charts;

public sealed class ChartSpecs
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(120, 120)]
    [InlineData(121, 61)]
    [InlineData(2016, 84)]
    public void Buckets_OfManyWindows_FitTheScreen(int windows, int expected)
    {
        var points = Enumerable.Range(0, windows).Select(i => new SeriesPoint(SampleCrisis.Now.AddMinutes(5 * i), 6, 2)).ToList();
        var buckets = ChartBuckets.Of(points);
        buckets.Count.ShouldBe(expected);
        buckets.ShouldAllBe(b => b.Mentions == 6 && b.Negative == 2);
        buckets.ShouldAllBe(b => b.ExpectedMentions == null);
    }

    [Fact]
    public void Marks_CloseToEachOther_StandInDifferentRows()
    {
        var buckets = ChartBuckets.Of([.. Enumerable.Range(0, 60).Select(i => new SeriesPoint(SampleCrisis.Now.AddMinutes(5 * i), 6, 2))]);
        ChartMoment[] moments = [new("since", SampleCrisis.Now.AddMinutes(20)), new("opened", SampleCrisis.Now.AddMinutes(25)), new("peak", SampleCrisis.Now.AddMinutes(200)), new("closed", SampleCrisis.Now.AddDays(3))];
        var marks = ChartMark.Of(moments, new ChartScale(buckets));
        marks.Select(m => m.Row).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public void Ticks_OfADay_StandAtWholeLocalHours()
    {
        var ticks = ChartTicks.Of(SampleCrisis.Now, SampleCrisis.Now.AddHours(24), TimeSpan.FromHours(5.5));
        ticks.Count.ShouldBeInRange(4, 7);
        ticks.ShouldAllBe(t => t.ToOffset(TimeSpan.FromHours(5.5)).Minute == 0);
    }
}

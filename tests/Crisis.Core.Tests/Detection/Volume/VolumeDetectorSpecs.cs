using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Tests.Detection.Volume;

public sealed class VolumeDetectorSpecs
{
    private const int Hour = 12;
    private const int Day = 24 * Hour;

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(500)]
    [InlineData(10_000)]
    public void NewWatch_OrdinaryTraffic_DoesNotAlarmWhileItLearns(double rate)
    {
        for (ulong seed = 1; seed <= 20; seed++) new CountSeries(seed).Restless(3 * Day, rate).Alarms.ShouldBeEmpty($"seed {seed}");
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(10_000)]
    public void NewWatch_SurgeAfterOneHour_IsCaughtWithinAQuarterByNearlyAll(double rate)
    {
        var minutes = new List<double>();
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var series = new CountSeries(seed).Play(Hour, rate);
            var onset = series.Now;
            series.Play(6, Math.Max(8, 12 * rate));
            minutes.Add((series.Alarms.ShouldHaveSingleItem() + CountSeries.Window - onset).TotalMinutes);
        }
        // An hour of a mention a window leaves the level itself unsure: one in twenty takes a little longer.
        minutes.Count(late => late > 15).ShouldBeLessThanOrEqualTo(1);
        minutes.Max().ShouldBeLessThanOrEqualTo(20);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 3)]
    [InlineData(10, 12)]
    [InlineData(10, 20)]
    [InlineData(60, 1)]
    [InlineData(60, 12)]
    [InlineData(600, 1)]
    [InlineData(600, 20)]
    public void NewWatch_ExactlyFiveTimesAsMany_IsCaughtWithinAQuarter(int anHour, int hoursKnown)
    {
        var series = new CountSeries().Evenly(hoursKnown * Hour, anHour);
        series.Alarms.ShouldBeEmpty();
        series.Evenly(3, 5 * anHour).Alarms.ShouldHaveSingleItem();
    }

    [Fact]
    public void NewWatch_TwiceAsManyAtLowVolume_IsNoSurge() =>
        new CountSeries().Evenly(6 * Hour, 10).Evenly(6 * Hour, 20).Alarms.ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void MatureWatch_Surge_IsCaughtWithinAQuarter(int days)
    {
        var series = new CountSeries().Restless(days * Day, 20);
        var onset = series.Now;
        series.Restless(6, 160);
        (series.Alarms.First(at => at >= onset) + CountSeries.Window - onset).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Surge_WhileItLasts_IsToldOnce()
    {
        var series = new CountSeries().Restless(5 * Day, 20);
        series.Restless(12 * Hour, 200).Alarms.ShouldHaveSingleItem();
    }

    [Fact]
    public void Surge_BuildingUpOverHours_IsCaught()
    {
        var series = new CountSeries().Restless(5 * Day, 20, 0.2);
        series.Play(6 * Hour, i => 20 * Math.Pow(2, i / 12.0)).Alarms.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void SecondEvent_HoursAfterTheFirst_AlarmsAgain(int hoursBetween)
    {
        var series = new CountSeries().Restless(5 * Day, 20).Restless(Hour, 300).Restless(hoursBetween * Hour, 20);
        var second = series.Now;
        series.Restless(2 * Hour, 300);
        series.Alarms.Count(at => at < second).ShouldBe(1);
        series.Alarms.Count(at => at >= second).ShouldBe(1);
    }

    [Fact]
    public void SecondEvent_OnTopOfTheFirst_AlarmsAgain()
    {
        var series = new CountSeries().Restless(5 * Day, 20).Restless(Hour, 100);
        var second = series.Now;
        series.Restless(2 * Hour, 4000);
        series.Alarms.Count(at => at >= second).ShouldBe(1);
    }

    [Fact]
    public void LevelShift_ForGood_IsToldOnceAndBecomesUsual()
    {
        var series = new CountSeries().Restless(5 * Day, 20).Restless(20 * Day, 100);
        series.Alarms.Count().ShouldBe(1);
        series.Verdicts[^1].Verdict.Expected.ShouldBeInRange(60, 140);
        series.Verdicts[^1].Verdict.Since.ShouldBeNull();
    }

    [Fact]
    public void LevelShift_Down_RaisesNothingAndBecomesUsual()
    {
        var series = new CountSeries().Restless(5 * Day, 100).Restless(10 * Day, 20);
        series.Alarms.ShouldBeEmpty();
        series.Verdicts[^1].Verdict.Expected.ShouldBeInRange(12, 35);
        series.Restless(3, 300).Alarms.ShouldHaveSingleItem();
    }

    [Fact]
    public void OwnPastCrises_EveryWeek_AreEachToldAndNeverExpected()
    {
        var series = new CountSeries().Restless(7 * Day, 20);
        for (var week = 0; week < 6; week++)
        {
            var begun = series.Now;
            series.Restless(6 * Hour, 300);
            series.Alarms.Count(at => at >= begun).ShouldBe(1, $"week {week}");
            series.Restless((7 * Day) - (6 * Hour), 20);
        }

        series.Verdicts[^1].Verdict.Expected.ShouldBeLessThan(40);
    }

    [Fact]
    public void LongCrisis_DoesNotBecomeTheBaseline()
    {
        var series = new CountSeries().Restless(7 * Day, 20);
        var before = series.Verdicts[^1].Verdict.Expected;
        series.Restless(Day, 400);
        series.Verdicts[^1].Verdict.Expected.ShouldBeLessThan(1.5 * before);
    }

    [Fact]
    public void RareBrand_ThreeMentionsADay_NeverAlarmsAndCatchesASurge()
    {
        var series = new CountSeries().Play(60 * Day, 3.0 / Day);
        series.Alarms.ShouldBeEmpty();
        series.Play(3, 8).Alarms.ShouldHaveSingleItem();
    }

    [Fact]
    public void HugeBrand_ThreeMillionADay_NeverAlarmsAndCatchesASurge()
    {
        var series = new CountSeries().Restless(20 * Day, 3_000_000.0 / Day, 0.1);
        series.Alarms.ShouldBeEmpty();
        series.Restless(Hour, 5 * 3_000_000.0 / Day, 0.1).Alarms.ShouldHaveSingleItem();
    }

    [Fact]
    public void OpenWindow_SurgeInItsFirstMinute_IsAnAlarmAndStaysOne()
    {
        var series = new CountSeries().Restless(3 * Day, 5);
        var early = series.Judge(120, 0.2);
        early.IsAlarm.ShouldBeTrue();
        early.Expected.ShouldBe(0.2 * series.Judge(120, 1).Expected, 1e-9);
        series.Judge(180, 1).Score.ShouldBeGreaterThanOrEqualTo(early.Score);
        series.Judge(2, 0.2).IsAlarm.ShouldBeFalse();
    }

    [Fact]
    public void PlannedEvent_AtTheExpectedVolume_DoesNotAlarmNorItsEnd()
    {
        var series = new CountSeries().Restless(5 * Day, 20);
        series.Options = new VolumeOptions { Expect = 5 };
        series.Restless(Day, 100);
        series.Options = VolumeOptions.Default;
        series.Restless(Day, 20).Alarms.ShouldBeEmpty();
    }
}

using System.Text.Json;
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
    public void DailyAndWeeklySeason_DoesNotAlarm()
    {
        var series = new CountSeries();
        series.Play(28 * Day, i => Season(series.Now)).Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void Season_LearnedOverWeeks_ExpectsMoreAtNoonThanAtNight()
    {
        var series = new CountSeries();
        series.Play(42 * Day, i => Season(series.Now));
        var night = series.Add(10).Expected;
        series.Play((12 * Hour) - 1, i => Season(series.Now));
        series.Add(100).Expected.ShouldBeGreaterThan(1.5 * night);
    }

    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 29)]
    [InlineData("America/New_York", 2026, 11, 1)]
    public void Season_WhenClocksChange_DoesNotAlarm(string zone, int year, int month, int day)
    {
        var series = new CountSeries { Options = new VolumeOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) } };
        series.Skip((int)((new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) - CountSeries.Begin).TotalDays - 10) * Day);
        series.Play(14 * Day, i => Season(TimeZoneInfo.ConvertTime(series.Now, series.Options.TimeZone))).Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void Season_WithMissingWindows_DoesNotAlarm()
    {
        var series = new CountSeries();
        for (var window = 0; window < 28 * Day; window++)
        {
            // One in five is lost, and all of every Wednesday afternoon.
            if (window % 5 == 3 || (series.Now.DayOfWeek == DayOfWeek.Wednesday && series.Now.Hour >= 12)) series.Skip(1);
            else series.Play(1, _ => Season(series.Now));
        }

        series.Alarms.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(70)]
    [InlineData(-70)]
    public void Clock_ThatDriftsOrJumpsALittle_DoesNotAlarm(int seconds)
    {
        var series = new CountSeries().Restless(3 * Day, 50);
        for (var jump = 0; jump < 6; jump++) series.Jump(TimeSpan.FromSeconds(seconds)).Restless(5, 50);
        series.Restless(Day, 50).Alarms.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(900)]
    public void Gap_ThenOrdinaryTraffic_DoesNotAlarm(int missing)
    {
        var series = new CountSeries().Restless(3 * Day, 50).Skip(missing);
        series.Restless(Day, 50).Alarms.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SourceBackAfterSixHours_WithEverythingAtOnce_DoesNotAlarm(bool windowsWereMissing)
    {
        var series = new CountSeries().Restless(5 * Day, 50);
        _ = windowsWereMissing ? series.Skip(6 * Hour) : series.Play(6 * Hour, 0);
        series.Add(6 * Hour * 50);
        series.Restless(Day, 50).Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void SourceBackAfterSixHours_WithFarMoreThanIsOwed_Alarms()
    {
        var series = new CountSeries().Restless(5 * Day, 50).Skip(6 * Hour);
        series.Add(60 * Hour * 50).IsAlarm.ShouldBeTrue();
    }

    [Fact]
    public void Silence_OfABusyWatch_IsToldAndEnds()
    {
        var series = new CountSeries().Restless(3 * Day, 20);
        series.Verdicts.Count(told => told.Verdict.IsSilent).ShouldBe(0);
        series.Play(Hour, 0).Verdicts[^1].Verdict.IsSilent.ShouldBeTrue();
        series.Add(20).IsSilent.ShouldBeFalse();
    }

    [Fact]
    public void Silence_OfARareBrand_IsOrdinary() =>
        new CountSeries().Play(30 * Day, 3.0 / Day).Verdicts.Count(told => told.Verdict.IsSilent).ShouldBe(0);

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
    public void DuplicatedOrReorderedWindow_RaisesNothingAndTeachesNothing()
    {
        var series = new CountSeries().Restless(Day, 20);
        var detector = new VolumeDetector();
        foreach (var back in new[] { 1, 2, 30 })
        {
            var (state, verdict) = detector.Observe(series.State, series.Now - (back * CountSeries.Window), 9000);
            state.ShouldBeSameAs(series.State);
            verdict.IsAlarm.ShouldBeFalse();
        }
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
    public void OpenWindow_AlmostEmpty_IsNoSilence() => new CountSeries().Restless(3 * Day, 20).Judge(0, 0.1).IsSilent.ShouldBeFalse();

    [Fact]
    public void PlannedEvent_AtTheExpectedVolume_DoesNotAlarmNorItsEnd()
    {
        var series = new CountSeries().Restless(5 * Day, 20);
        series.Options = new VolumeOptions { Expect = 5 };
        series.Restless(Day, 100);
        series.Options = VolumeOptions.Default;
        series.Restless(Day, 20).Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void State_ThroughJson_GivesTheSameVerdicts()
    {
        var kept = new CountSeries(7).Restless(2 * Day, 30);
        var stored = new CountSeries(7).Restless(2 * Day, 30);
        for (var i = 0; i < 40; i++)
        {
            stored.State = JsonSerializer.Deserialize<VolumeState>(JsonSerializer.Serialize(stored.State, CrisisJson.Options), CrisisJson.Options)!;
            stored.Add(i < 20 ? 30 : 300).ShouldBe(kept.Add(i < 20 ? 30 : 300));
        }
    }

    [Fact]
    public void State_AfterManyWeeksOfLargeCounts_StaysBelowTwoKilobytes()
    {
        var series = new CountSeries();
        series.Play(60 * Day, i => 1000 * Season(series.Now));
        JsonSerializer.SerializeToUtf8Bytes(series.State, CrisisJson.Options).Length.ShouldBeLessThan(2048);
    }

    [Fact]
    public void State_OfAnotherSchema_IsRefused() =>
        Should.Throw<ArgumentException>(() => new VolumeDetector().Observe(VolumeState.New with { Schema = 99 }, CountSeries.Begin, 1));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Count_ThatIsNone_IsRefused(double count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new VolumeDetector().Observe(VolumeState.New, CountSeries.Begin, count));

    // Nights at a fifth of the days, weekends at two thirds of the week.
    private static double Season(DateTimeOffset local) =>
        (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.67 : 1) * (60 - (40 * Math.Cos(2 * Math.PI * local.TimeOfDay.TotalDays)));
}

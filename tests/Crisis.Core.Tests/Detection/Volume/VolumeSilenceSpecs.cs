namespace Crisis.Core.Tests.Detection.Volume;

/// <summary>Windows that are empty, missing, or come all at once.</summary>
public sealed class VolumeSilenceSpecs
{
    private const int Hour = 12;
    private const int Day = 24 * Hour;

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
    public void OpenWindow_AlmostEmpty_IsNoSilence() => new CountSeries().Restless(3 * Day, 20).Judge(0, 0.1).IsSilent.ShouldBeFalse();
}

using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Tests.Detection.Volume;

/// <summary>Days, weeks and the zone's own clock: what comes every week is no surge.</summary>
public sealed class VolumeSeasonSpecs
{
    private const int Hour = 12;
    private const int Day = 24 * Hour;

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

    // Nights at a fifth of the days, weekends at two thirds of the week.
    internal static double Season(DateTimeOffset local) =>
        (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.67 : 1) * (60 - (40 * Math.Cos(2 * Math.PI * local.TimeOfDay.TotalDays)));
}

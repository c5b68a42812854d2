using System.Text.Json;
using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Tests.Detection.Volume;

/// <summary>What the detector keeps, and what it refuses.</summary>
public sealed class VolumeStateSpecs
{
    private const int Hour = 12;
    private const int Day = 24 * Hour;

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
        series.Play(60 * Day, i => 1000 * VolumeSeasonSpecs.Season(series.Now));
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
}

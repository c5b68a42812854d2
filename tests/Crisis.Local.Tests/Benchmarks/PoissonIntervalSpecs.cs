using Crisis.Local.Benchmarks;

namespace Crisis.Local.Tests.Benchmarks;

public sealed class PoissonIntervalSpecs
{
    // The table of Garwood (1936).
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.025, 5.572)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(60, 45.786, 77.232)]
    public void Interval_OfACount_IsTheExactOne(int events, double low, double high)
    {
        var found = PoissonInterval.Of(events);
        found.Low.ShouldBe(low, 0.001);
        found.High.ShouldBe(high, 0.001);
    }
}

using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Tests.Detection.Volume;

public sealed class NegativeBinomialSpecs
{
    [Theory]
    [InlineData(1, 0.5, 0.3)]
    [InlineData(7, 3, 0.5)]
    [InlineData(40, 20, 0.1)]
    [InlineData(3, 20, 0.02)]
    public void UpperAndLower_AgreeWithTheSumOfTheMasses(int count, double mean, double dispersion)
    {
        double size = 1 / dispersion, share = mean / (mean + size), mass = Math.Pow(1 - share, size), below = 0;
        for (var n = 0; n < count; n++)
        {
            below += mass;
            mass *= share * (size + n) / (n + 1);
        }
        NegativeBinomial.UpperSurprise(count, mean, dispersion).ShouldBe(-Math.Log10(1 - below), 1e-5);
        NegativeBinomial.LowerSurprise(count, mean, dispersion).ShouldBe(-Math.Log10(below + mass), 1e-5);
    }

    [Fact]
    public void Upper_FarOut_StaysFiniteAndGrows()
    {
        var surprises = new[] { 1e2, 1e4, 1e6, 1e8 }.Select(count => NegativeBinomial.UpperSurprise(count, 1, 0.1)).ToArray();
        surprises.ShouldBeInOrder();
        surprises.ShouldAllBe(surprise => double.IsFinite(surprise) && surprise > 10);
    }

    [Fact]
    public void Upper_OfNone_IsNoSurprise() => NegativeBinomial.UpperSurprise(0, 5, 0.3).ShouldBe(0);
}

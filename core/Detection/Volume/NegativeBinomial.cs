namespace Crisis.Core.Detection.Volume;

/// <summary>
/// The negative binomial distribution of counts by mean and dispersion: variance = mean + dispersion × mean². It is the
/// Poisson distribution whose rate itself varies (gamma), which mentions do: people answer people.
/// Tails are log10 probabilities, so that one in 10³⁰⁰ and rarer stays comparable.
/// </summary>
internal static class NegativeBinomial
{
    private const int MostTerms = 400;
    private const double Tiny = 1e-300;

    /// <summary>−log10 P(N ≥ count); 0 for a count of 0. Counts may be fractional.</summary>
    public static double UpperSurprise(double count, double mean, double dispersion)
    {
        if (count <= 0)
            return 0;
        var size = 1 / dispersion;
        return Math.Max(0, -LogIncompleteBeta(count, size, mean / (mean + size), size / (mean + size)) / Math.Log(10));
    }

    /// <summary>−log10 P(N ≤ count).</summary>
    public static double LowerSurprise(double count, double mean, double dispersion)
    {
        var size = 1 / dispersion;
        return Math.Max(0, -LogIncompleteBeta(size, count + 1, size / (mean + size), mean / (mean + size)) / Math.Log(10));
    }

    /// <summary>
    /// ln I_x(a, b), the regularised incomplete beta function, by Lentz's continued fraction (DiDonato and Morris 1992;
    /// the upper tail of the negative binomial is I with x = mean / (mean + size)). <paramref name="y"/> is 1 − x, given
    /// apart because the difference would lose its digits.
    /// </summary>
    private static double LogIncompleteBeta(double a, double b, double x, double y)
    {
        if (x <= 0)
            return double.NegativeInfinity;
        if (y <= 0)
            return 0;
        var front = LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(y);
        if (x < (a + 1) / (a + b + 2))
            return front + Math.Log(Fraction(a, b, x)) - Math.Log(a);
        var other = Math.Exp(front + Math.Log(Fraction(b, a, y)) - Math.Log(b));
        return Math.Log(Math.Max(Tiny, 1 - other));
    }

    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NonZero(1 - (a + b) * x / (a + 1));
        var result = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NonZero(1 + even * d);
            c = NonZero(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NonZero(1 + odd * d);
            c = NonZero(1 + odd / c);
            result *= d * c;
            if (Math.Abs(d * c - 1) < 1e-7)
                break;
        }
        return result;
    }

    private static double NonZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>ln Γ by Stirling's series, shifted above 8: relative error below 1e-10.</summary>
    private static double LogGamma(double value)
    {
        var shift = 1.0;
        while (value < 8)
            shift *= value++;
        var inverse = 1 / (value * value);
        var series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / value;
        return (value - 0.5) * Math.Log(value) - value + 0.918938533204672742 + series - Math.Log(shift);
    }
}

namespace Crisis.Local.Benchmarks;

/// <summary>The exact interval of a Poisson mean by what was counted (Garwood 1936): the means that would not make the count one of the rarest 2.5 % on either side.</summary>
internal static class PoissonInterval
{
    private const double Tail = 0.025;

    /// <summary>The 95 % interval.</summary>
    /// <param name="events">0 or more.</param>
    public static (double Low, double High) Of(int events)
    {
        var most = events + (10 * Math.Sqrt(events + 1)) + 20;
        return (events == 0 ? 0 : Solve(0, most, mean => 1 - AtMost(events - 1, mean) < Tail), Solve(0, most, mean => AtMost(events, mean) > Tail));
    }

    private static double Solve(double low, double high, Func<double, bool> below)
    {
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            if (below(middle)) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private static double AtMost(int events, double mean)
    {
        var (sum, log) = (0.0, -mean);
        for (var n = 0; n <= events; n++)
        {
            if (n > 0) log += Math.Log(mean / n);
            sum += Math.Exp(log);
        }

        return Math.Min(1, sum);
    }
}

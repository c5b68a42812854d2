namespace Crisis.Core.Detection.Volume;

/// <summary>
/// How far this series goes by itself: the upper tail of its excess (ln of seen against usual) at one time scale. Peaks
/// over threshold (Pickands 1975) with an exponential tail, P(X &gt; x) = share × exp(−(x − threshold) / mean excess), that is
/// a power law in the counts: mentions are heavy-tailed, and what is outrageous for one brand is a Tuesday for another.
/// The threshold is a quantile tracked by stochastic approximation (Robbins and Monro 1951), so that three numbers are
/// all that is remembered. A prior stands for a typical series as long as nothing else is known.
/// </summary>
public sealed record SurpriseTail
{
    /// <summary>The excess that the share is over.</summary>
    public double Threshold { get; init; }

    /// <summary>Mean of what goes over the threshold.</summary>
    public double MeanExcess { get; init; }

    /// <summary>Windows that this knowledge stands for, the prior included.</summary>
    public double Windows { get; init; }

    internal static SurpriseTail Prior(int scale)
    {
        var (threshold, excess, windows) = VolumeModel.PriorTail(scale);
        return new SurpriseTail { Threshold = threshold, MeanExcess = excess, Windows = windows };
    }

    /// <summary>Mean excesses over the threshold: −ln of the probability, but for a constant; 0 below the threshold.</summary>
    internal double Evidence(double excess) => Math.Max(0, (excess - Threshold) / MeanExcess);

    internal SurpriseTail After(VolumeModel model, int scale, double excess)
    {
        var windows = Math.Min(Windows + 1, model.TailWindows);
        var over = excess > Threshold;
        // The gain that is optimal for the density of an exponential tail at its threshold.
        var step = MeanExcess / (model.TailShare * windows);
        var (leastThreshold, leastExcess) = VolumeModel.LeastTail(scale);
        var mean = over ? MeanExcess + ((excess - Threshold - MeanExcess) / (model.TailShare * windows)) : MeanExcess;
        return new SurpriseTail
        {
            Windows = windows,
            Threshold = Math.Max(leastThreshold, Threshold + (step * ((over ? 1 : 0) - model.TailShare))),
            MeanExcess = Math.Max(leastExcess, mean),
        };
    }
}

namespace Crisis.Core.Detection.Volume;

/// <summary>
/// How surprising the most surprising moments of this series were. Surprises over a threshold have a power-law tail,
/// P(S &gt; s) = rate × (s / threshold)^(−1/shape), with Hill's estimator of the shape (Hill 1975; peaks over threshold,
/// Pickands 1975): mentions are heavy-tailed, and what is outrageous for one brand is a Tuesday for another. One peak an
/// episode counts, and it counts only when the episode is over.
/// </summary>
public sealed record SurpriseTail
{
    /// <summary>Windows seen, discounted.</summary>
    public double Windows { get; init; }

    /// <summary>Episodes seen, discounted.</summary>
    public double Episodes { get; init; }

    /// <summary>Sum of ln(peak / threshold) of the episodes, discounted.</summary>
    public double LogExcess { get; init; }

    /// <summary>Peak of the running episode; 0 when there is none.</summary>
    public double Peak { get; init; }

    /// <summary>Quiet windows since the running episode was last over the threshold.</summary>
    public int Quiet { get; init; }

    /// <summary>Windows that pass, on average, between two episodes as surprising as this, by what was seen and the prior.</summary>
    internal double ReturnWindows(VolumeModel model, double surprise)
    {
        if (surprise <= model.TailThreshold)
            return 1;
        var rate = (Episodes + model.PriorEpisodes) / (Windows + model.PriorWindows);
        var shape = (LogExcess + model.PriorEpisodes * model.PriorShape) / (Episodes + model.PriorEpisodes);
        return Math.Max(1, Math.Pow(surprise / model.TailThreshold, 1 / shape) / rate);
    }

    internal SurpriseTail After(VolumeModel model, double surprise)
    {
        var keep = 1 - 1 / model.TailWindows;
        var next = this with { Windows = Windows * keep + 1, Episodes = Episodes * keep, LogExcess = LogExcess * keep };
        if (surprise >= model.TailThreshold)
            return next with { Peak = Math.Max(Peak, surprise), Quiet = 0 };
        if (Peak <= 0)
            return next;
        if (Quiet + 1 < model.EpisodeQuiet)
            return next with { Quiet = Quiet + 1 };
        return next with { Episodes = next.Episodes + 1, LogExcess = next.LogExcess + Math.Log(Peak / model.TailThreshold), Peak = 0, Quiet = 0 };
    }
}

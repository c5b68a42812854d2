namespace Crisis.Core.Detection.Volume;

/// <summary>
/// The constants of the model, the same for every watch and metric. Chosen by principle and checked for how little the
/// results depend on them (docs/detection.md).
/// </summary>
internal sealed record VolumeModel
{
    public static VolumeModel Default { get; } = new();

    /// <summary>Memory of the recent level, in windows.</summary>
    public double RecentWindows { get; init; } = 72;
    /// <summary>Memory of the usual level, in windows.</summary>
    public double UsualWindows { get; init; } = 288 * 3;
    public double DispersionWindows { get; init; } = 288 * 2;
    public double PriorDispersion { get; init; } = 0.3;
    public double PriorDispersionWeight { get; init; } = 20;
    public double LeastDispersion { get; init; } = 0.02;
    /// <summary>Mean that is never gone below.</summary>
    public double LeastMean { get; init; } = 0.15;
    public double DayRate { get; init; } = 0.15;
    public double WeekRate { get; init; } = 0.15;
    /// <summary>Mentions an hour that stand for not knowing, when a season is learned.</summary>
    public double SeasonPrior { get; init; } = 10;
    /// <summary>Counts rarer than this are cut back before they teach.</summary>
    public double LearnSurprise { get; init; } = 2;
    public double TailShare { get; init; } = 0.1;
    public double TailWindows { get; init; } = 288 * 60;
    public double PriorThreshold { get; init; } = 0.5;
    public double PriorExcess { get; init; } = 0.25;
    public double PriorWindows { get; init; } = 288;
    public double LeastThreshold { get; init; }
    public double ScaleA { get; init; } = 18;
    public double ScaleB { get; init; } = 24;
    public int[] Scales => [3, (int)ScaleA, (int)ScaleB];
    public double FastEvidence { get; init; } = 8;
    public double FastSurprise { get; init; } = 2.5;
    public double FastLeast1 { get; init; } = 5;
    public double Rising { get; init; } = 1;
    public double FastLeast3 { get; init; } = 12;
    public double FastPriorThreshold { get; init; } = 0.3;
    public double FastPriorExcess { get; init; } = 0.15;
    public double FastLogPrior { get; init; } = 3;
    public double DispersionClip { get; init; } = 3;
    public double Quarantine { get; init; } = 12;
    public int Remembered => (int)(Math.Max(ScaleA, ScaleB) + Quarantine);
    public double ToldTail { get; init; } = 1;
    public double ForgottenHalfLife { get; init; } = 6;
    public double MostOwed { get; init; } = 288;
    public double OwedKept { get; init; } = 0.9;
    public double ToldRate { get; init; } = 1;
    public double LogPrior { get; init; } = 1;
    public double Seasonal { get; init; }
    public double ClipFactor { get; init; } = 3;
    public double ClipAdd { get; init; } = 3;
    /// <summary>Surprise that an alarm needs at least.</summary>
    public double Surprise { get; init; } = 2;
    /// <summary>Mean excesses that an alarm needs.</summary>
    public double Evidence { get; init; } = 2.8;
    /// <summary>Windows in which what an event explains is halved.</summary>
    public double ExplainedHalfLife { get; init; } = 24;
    public double Headroom { get; init; } = 1;
    public double CalmWindows { get; init; } = 12;
    public double Running { get; init; } = 0.5;
    public int LeastWindows { get; init; } = 3;
    public double LeastCount { get; init; } = 5;
    public double SilenceSurprise { get; init; } = 8;
}

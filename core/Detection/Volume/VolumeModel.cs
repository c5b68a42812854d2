namespace Crisis.Core.Detection.Volume;

/// <summary>
/// The constants of the model, the same for every watch and metric. Chosen by principle and checked for how little the
/// results depend on them (docs/detection.md).
/// </summary>
internal sealed record VolumeModel
{
    public static VolumeModel Default { get; } = new();

    /// <summary>Memory of the recent level, in windows.</summary>
    public double RecentWindows { get; init; } = 36;
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
    public double TailThreshold { get; init; } = 2;
    public double TailWindows { get; init; } = 288 * 60;
    public double PriorEpisodes { get; init; } = 4;
    public double PriorWindows { get; init; } = 288 * 2;
    public double PriorShape { get; init; } = 0.3;
    public int EpisodeQuiet { get; init; } = 12;
    /// <summary>Surprise that an alarm needs at least.</summary>
    public double Surprise { get; init; } = 4;
    /// <summary>Windows between alarms that a series would raise by its own tail.</summary>
    public double ReturnWindows { get; init; } = 288 * 7;
    /// <summary>Windows in which what an event explains is halved.</summary>
    public double ExplainedHalfLife { get; init; } = 24;
    public double Headroom { get; init; } = 2;
    public int LeastWindows { get; init; } = 3;
    public double LeastCount { get; init; } = 5;
    public double SilenceSurprise { get; init; } = 8;
    public double OwedHours { get; init; } = 24;
}

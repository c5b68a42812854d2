namespace Crisis.Core.Detection.Volume;

/// <summary>
/// The constants of the model, the same for every watch and metric: chosen by principle, then checked for how little the
/// results depend on them (docs/detection.md). Times are in windows of five minutes, excesses in natural logarithms,
/// surprises in powers of ten.
/// </summary>
internal sealed record VolumeModel
{
    public const int Hour = 12;
    public const int Day = 288;

    public static VolumeModel Default { get; } = new();

    /// <summary>A quarter of an hour for what is sudden, then one and two hours for what lasts.</summary>
    public int[] Scales { get; init; } = [3, Hour, 2 * Hour];

    /// <summary>Windows that teach nothing yet, so that a surge building up does not become its own baseline.</summary>
    public int Quarantine { get; init; } = Hour;

    /// <summary>Windows kept: the longest scale, seen from the end of the quarantine.</summary>
    public int Remembered => Scales[^1] + Quarantine;

    /// <summary>Memory of the recent level.</summary>
    public double RecentWindows { get; init; } = 6 * Hour;

    /// <summary>Memory of the usual level.</summary>
    public double UsualWindows { get; init; } = 3 * Day;

    /// <summary>How much more a young watch trusts its later windows (polynomial-decay averaging; 1 is the plain mean).</summary>
    public double YoungRate { get; init; } = 2;

    /// <summary>How much a window teaches while an event lasts that was told of.</summary>
    public double ToldRate { get; init; } = 0.1;

    /// <summary>A window teaches at most so many times the ordinary, and a few.</summary>
    public double MostTaught { get; init; } = 3;

    public double LeastMean { get; init; } = 0.15;

    public double DispersionWindows { get; init; } = 2 * Day;
    public double PriorDispersion { get; init; } = 0.3;
    public double PriorDispersionWeight { get; init; } = 20;
    public double LeastDispersion { get; init; } = 0.02;

    /// <summary>Standard deviations that count at most when the dispersion is learned.</summary>
    public double MostDeviations { get; init; } = 3;

    public double DayRate { get; init; } = 0.04;
    public double WeekRate { get; init; } = 0.03;

    /// <summary>Mentions an hour that stand for not knowing, when a season is learned.</summary>
    public double SeasonPrior { get; init; } = 100;

    /// <summary>The share of time that counts as the tail of a series.</summary>
    public double TailShare { get; init; } = 0.1;

    public double TailWindows { get; init; } = 60 * Day;

    /// <summary>Evidence, in mean excesses, that an event of hours needs; e^−2.5 of a tenth is one window in 120.</summary>
    public double LastingEvidence { get; init; } = 2.5;

    public double LastingSurprise { get; init; } = 3;

    /// <summary>Evidence that a sudden event needs: far more, since single spikes are many.</summary>
    public double SuddenEvidence { get; init; } = 8;

    public double SuddenSurprise { get; init; } = 2.5;

    /// <summary>Windows taught in which a watch counts as young: it does not know its own tail yet.</summary>
    public double YoungWindows { get; init; } = Day;

    /// <summary>What is sudden for a young watch: so many times the expected, so unlikely.</summary>
    public double YoungTimes { get; init; } = 4.4;

    public double YoungSurprise { get; init; } = 3;

    /// <summary>What each tenfold of its age adds to that: the longer it is looked at, the more chance has to be excluded.</summary>
    public double YoungAgeing { get; init; } = 0.75;

    /// <summary>Dispersion of a quarter of an hour by itself, before it is known.</summary>
    public double YoungDispersion { get; init; } = 0.05;

    /// <summary>As <see cref="PeakShare"/>, for a young watch: even an evenly spread surge counts.</summary>
    public double YoungPeakShare { get; init; } = 4.0 / 12;

    /// <summary>Share of the least count of a quarter of an hour that its largest window has to have.</summary>
    public double PeakShare { get; init; } = 5.0 / 12;

    /// <summary>In which what an event explains is halved, while it lasts and when it is over.</summary>
    public double ExplainedHalfLife { get; init; } = 2 * Hour;

    /// <summary>How much an event may grow from window to window without being news: four times an hour.</summary>
    public double ExplainedGrowth { get; init; } = 1.1225;

    public double ForgottenHalfLife { get; init; } = Hour / 2;

    /// <summary>Share of an alarm's evidence that still counts as the same event going on.</summary>
    public double Running { get; init; } = 0.5;

    /// <summary>Windows below that after which the event is over.</summary>
    public int CalmWindows { get; init; } = Hour;

    public int LeastWindows { get; init; } = 3;

    /// <summary>Surprise from which a window counts as unusual.</summary>
    public double UnusualSurprise { get; init; } = 2;

    /// <summary>Summed surprise of a silence that is told.</summary>
    public double SilenceSurprise { get; init; } = 10;

    /// <summary>What is owed after an outage is limited to so many windows, and shrinks each window by this factor.</summary>
    public double MostOwed { get; init; } = Day;

    public double OwedKept { get; init; } = 0.9;

    // What the tail of a typical series is taken to be before it is known, and (sudden) below which it is never believed.
    private const double LastingThreshold = 0.5, LastingExcess = 0.4, LastingPrior = 4 * Day, LastingCount = 1;
    private const double SuddenThreshold = 0.3, SuddenExcess = 0.15, SuddenPrior = 4 * Day, SuddenCount = 3;

    /// <summary>The tail that stands for a typical series: threshold, mean excess, weight in windows.</summary>
    public static (double Threshold, double MeanExcess, double Windows) PriorTail(int scale) =>
        scale == 0 ? (SuddenThreshold, SuddenExcess, SuddenPrior) : (LastingThreshold, LastingExcess, LastingPrior);

    /// <summary>Below which threshold and mean excess a tail is never believed to be.</summary>
    public static (double Threshold, double MeanExcess) LeastTail(int scale) => scale == 0 ? (SuddenThreshold, SuddenExcess) : (0, 0.02);

    /// <summary>ln(seen / expected), damped where both are a handful.</summary>
    public static double Excess(int scale, double seen, double expected)
    {
        var damping = scale == 0 ? SuddenCount : LastingCount;
        return Math.Log((seen + damping) / (expected + damping));
    }
}

using System.Collections.Immutable;

namespace Crisis.Core.Detection.Volume;

/// <summary>
/// What the detector remembers of one watch and metric: constant in size (below 2 KB as JSON), immutable, stored by the
/// host between calls. Start with <see cref="New"/>. Levels are counts a window.
/// </summary>
public sealed record VolumeState
{
    /// <summary>The schema that this version writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>A watch without history.</summary>
    public static VolumeState New { get; } = new();

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Begin of the last window seen; none before the first.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>How many windows were seen.</summary>
    public long Windows { get; init; }

    /// <summary>How many of them have taught: a window teaches after its quarantine.</summary>
    public long Taught { get; init; }

    /// <summary>Level of the last hours.</summary>
    public double Recent { get; init; }

    /// <summary>Level of the last days, without the season.</summary>
    public double Usual { get; init; }

    /// <summary>Excess variance and squared mean, both discounted: their ratio is the dispersion.</summary>
    public double ExcessVariance { get; init; }

    public double SquaredMean { get; init; }

    /// <summary>Hours of the week and of the day, each a byte (<see cref="SeasonalProfile"/>).</summary>
    public ReadOnlyMemory<byte> Season { get; init; }

    /// <summary>The hour that teaches: its slot, and the sum and number of its windows.</summary>
    public int Slot { get; init; } = -1;

    public double SlotSum { get; init; }

    public int SlotWindows { get; init; }

    /// <summary>The last windows, oldest first, for the longer scales.</summary>
    public ImmutableArray<double> Counts { get; init; } = [];

    /// <summary>How surprising the most surprising moments were.</summary>
    public ImmutableArray<SurpriseTail> Tails { get; init; } = [];

    /// <summary>Begin of the first unusual window of the running event; none when all is normal.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The running event has been told of.</summary>
    public bool Told { get; init; }

    /// <summary>Windows since the running event last looked like one.</summary>
    public int Calm { get; init; }

    /// <summary>What the events so far explain: their peak, decaying.</summary>
    public double Explained { get; init; }

    /// <summary>Mentions that are owed: expected while nothing arrived.</summary>
    public double Owed { get; init; }

    /// <summary>What the running silence has swallowed so far.</summary>
    public double Deficit { get; init; }

    /// <summary>Evidence for silence so far: −log10 of its probability.</summary>
    public double Silence { get; init; }
}

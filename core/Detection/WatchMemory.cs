using Crisis.Core.Detection.Signals;
using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Detection;

/// <summary>What detection remembers of one watch: what is normal, and what it has already said. Times UTC.</summary>
public sealed record WatchMemory
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required string Watch { get; init; }

    /// <summary>Begin of the first window that was not learned from yet; none before the first mention.</summary>
    public DateTimeOffset? LearnedTo { get; init; }

    public VolumeState Mentions { get; init; } = VolumeState.New;

    /// <summary>Negatives by analyser: what one calls negative says nothing about another.</summary>
    public IReadOnlyDictionary<string, VolumeState> Negatives { get; init; } = new Dictionary<string, VolumeState>();

    /// <summary>The last finding of each detector, so that one event is told once.</summary>
    public IReadOnlyDictionary<string, ToldSignal> Told { get; init; } = new Dictionary<string, ToldSignal>();

    /// <summary>What is usual beside the volume.</summary>
    public WatchHabits Habits { get; init; } = WatchHabits.New;
}

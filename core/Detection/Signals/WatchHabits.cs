namespace Crisis.Core.Detection.Signals;

/// <summary>
/// What is usual for a watch beside its volume, learned from sealed windows: means over about three days, a young watch
/// over what it has. Below 2 KB. See <see cref="HabitLearning"/>.
/// </summary>
public sealed record WatchHabits
{
    public static WatchHabits New { get; } = new();

    /// <summary>Windows learned from.</summary>
    public long Windows { get; init; }

    /// <summary>A window's mean by facet: negatives for targets and hashtags, mentions for all others. The largest 40.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } = new Dictionary<string, double>();

    /// <summary>A window's mean of scored mentions and of negatives among them.</summary>
    public double Scored { get; init; }

    public double Negative { get; init; }

    /// <summary>A window's mean of positives.</summary>
    public double Positive { get; init; }

    /// <summary>A window's mean of replies and quotes, and of negatives among them.</summary>
    public double Replies { get; init; }

    public double NegativeReplies { get; init; }

    public OwnHabits Own { get; init; } = OwnHabits.New;

    /// <summary>Usual share of negatives, 0 to 1; a third before anything is known.</summary>
    public double NegativeShare => (Negative + Prior) / (Scored + (3 * Prior));

    /// <summary>Usual share of negatives among what is positive or negative at all, 0 to 1; a half before anything is known.</summary>
    public double ComplaintBalance => (Negative + Prior) / (Negative + Positive + (2 * Prior));

    /// <summary>Usual share of negatives in what answers posts.</summary>
    public double NegativeReplyShare => (NegativeReplies + Prior) / (Replies + (3 * Prior));

    /// <summary>Less than a day is known: findings need more.</summary>
    public bool IsYoung => Windows < 288;

    // Weighs as much as one scored mention an hour, so that the first three texts decide nothing.
    private const double Prior = 1.0 / 36;

    public double RateOf(string facet) => Rates.GetValueOrDefault(facet);
}

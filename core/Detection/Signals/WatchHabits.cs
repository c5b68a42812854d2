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

    /// <summary>A window's mean of a facet. Of one that is not kept because there are too many: at most that of the least kept.</summary>
    public double RateOf(string facet) => Rates.TryGetValue(facet, out var rate) ? rate : Rates.Count < MostRates ? 0 : Rates.Values.Min();

    /// <summary>
    /// By how many deviations so many negatives exceed the usual share: of the chance itself, and of what is not known of
    /// the share yet. Somebody looks every minute and at many things, so that four are no rarity.
    /// </summary>
    /// <param name="usual">The usual share, of all mentions or of those that answer posts.</param>
    /// <param name="known">A window's mean of the mentions that the usual share was learned from.</param>
    public double Deviations(double negatives, double of, double usual, double known)
    {
        var learned = LeastLearned + (known * Math.Min(Windows, HabitLearning.Memory));
        return of <= 0 ? 0 : (negatives - (usual * of)) / Math.Sqrt(of * usual * (1 - usual) * (1 + (of / learned)));
    }

    /// <summary>Facets kept.</summary>
    internal const int MostRates = 40;

    // Nobody begins without any idea of the share: a third, give or take a sixth.
    private const double LeastLearned = 30;
}

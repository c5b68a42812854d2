namespace Crisis.Core.Detection.Signals;

/// <summary>How the brand's own account usually posts.</summary>
public sealed record OwnHabits
{
    public static OwnHabits New { get; } = new();

    /// <summary>Posts seen; fading, halved in about six weeks.</summary>
    public double Posts { get; init; }

    /// <summary>Posts by hour of the day in the watch's zone, 24 numbers, fading alike.</summary>
    public IReadOnlyList<double> Hours { get; init; } = new double[24];

    /// <summary>Domains linked to and languages written in, by facet, the most used 24.</summary>
    public IReadOnlyDictionary<string, double> Known { get; init; } = new Dictionary<string, double>();

    /// <summary>Most posts seen in one window; fading alike.</summary>
    public double Fastest { get; init; }

    /// <summary>Share of posts in an hour of the day or beside it, 0 to 1.</summary>
    public double ShareAt(int hour) => Posts < 1 ? 1 : (Hours[(hour + 23) % 24] + Hours[hour] + Hours[(hour + 1) % 24]) / Posts;
}

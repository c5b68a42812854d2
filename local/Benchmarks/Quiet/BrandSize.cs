namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>How much is said of a brand.</summary>
/// <param name="Mentions">A window's mean; series of more are thinned to it, those of less stay as they are.</param>
/// <param name="Regulars">Authors who write about it often.</param>
internal sealed record BrandSize(string Name, double Mentions, int Regulars)
{
    /// <summary>About 60, 600 and 4,300 mentions a day.</summary>
    public static IReadOnlyList<BrandSize> All { get; } = [new("small", 0.2, 40), new("medium", 2, 300), new("large", 15, 2000)];
}

using Crisis.Core.Mentions;

namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>
/// A population of authors: few of them write about a brand often, most once; followers are log-normal, so that one in a
/// hundred is heard by many.
/// </summary>
internal sealed class QuietAuthors
{
    private const int People = 1 << 16, HeardByMany = 10_000;
    private const double Regular = 0.35, Verified = 0.003, MedianFollowers = 200, Spread = 1.7;
    private readonly MentionAuthor[] people = new MentionAuthor[People];

    public QuietAuthors(int seed)
    {
        var random = new Random(seed);
        Span<byte> hash = stackalloc byte[12];
        for (var i = 0; i < People; i++)
        {
            random.NextBytes(hash);
            var followers = MedianFollowers * Math.Exp(Spread * Normal(random));
            people[i] = new MentionAuthor(Convert.ToHexStringLower(hash), null, (int)Math.Min(followers, 50_000_000), random.NextDouble() < Verified);
        }
    }

    /// <summary>Who says it.</summary>
    /// <param name="brand">Whose regulars.</param>
    /// <param name="regulars">How many of them there are.</param>
    public MentionAuthor Draw(Random random, int brand, int regulars)
    {
        if (random.NextDouble() >= Regular) return people[random.Next(People)];
        // The first regulars write most.
        var rank = random.NextDouble();
        return people[(brand + (int)(regulars * rank * rank)) % People];
    }

    public static bool IsHeardByMany(MentionAuthor author) => author.Verified || author.Followers >= HeardByMany;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

using System.Globalization;
using Crisis.Core.Mentions.Sources;

namespace Crisis.Core.Mentions.Rechecks;

/// <summary>
/// When a watch's stored mentions were last asked for: a row of the table <c>rechecks</c>. Mentions stand under short
/// hashes of their names, so that <see cref="Most"/> of them fit a row. Times are Unix seconds.
/// </summary>
internal sealed record RecheckPlan
{
    /// <summary>So many mentions of a watch are looked after.</summary>
    public const int Most = 500;

    /// <summary>Until then the watch is left alone, or another instance is at it.</summary>
    public DateTimeOffset NextAt { get; init; }

    public IReadOnlyDictionary<string, long> Asked { get; init; } = new Dictionary<string, long>();

    public static string KeyOf(string native) => RecentIds.Hash(native).ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Seconds since 1970, 0 when it was never asked for.</summary>
    public long AskedAt(string native) => Asked.GetValueOrDefault(KeyOf(native));

    /// <summary>People edit and delete soon or late, but mostly soon.</summary>
    public static TimeSpan Interval(TimeSpan age) =>
        age < TimeSpan.FromHours(6) ? MentionRecheck.Every : age < TimeSpan.FromDays(3) ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
}

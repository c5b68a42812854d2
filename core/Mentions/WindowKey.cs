using System.Globalization;
using Crisis.Core.Detection;

namespace Crisis.Core.Mentions;

/// <summary>One window of one watch, and where its rows are. <see cref="Start"/> is UTC, a multiple of five minutes.</summary>
public readonly record struct WindowKey(string Watch, DateTimeOffset Start)
{
    private const string Stamp = "yyyyMMddHHmm";

    /// <summary>The window before whose end an instant lies.</summary>
    public static WindowKey Of(string watch, DateTimeOffset instant) => new(watch, WindowCounts.StartOf(instant));

    public DateTimeOffset End => Start + WindowCounts.Length;

    /// <summary>The table with the mentions and partial counts of its day (UTC).</summary>
    internal string MentionTable => MentionTables.Mentions + Start.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The table with the sealed windows of its month (UTC).</summary>
    internal string SealedTable => MentionTables.Windows + Start.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>Its partition in <see cref="MentionTable"/>.</summary>
    internal string Partition => $"{Watch}|{Row}";

    /// <summary>Its row in <see cref="SealedTable"/>, and what the index says of a mention: <c>202603021205</c>.</summary>
    internal string Row => Text(Start);

    internal static string Text(DateTimeOffset start) => string.Create(Stamp.Length, start.UtcDateTime, static (span, time) =>
        time.TryFormat(span, out _, Stamp, CultureInfo.InvariantCulture));

    internal static DateTimeOffset Parse(string row) =>
        new(DateTime.ParseExact(row, Stamp, CultureInfo.InvariantCulture), TimeSpan.Zero);
}

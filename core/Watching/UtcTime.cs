using System.Globalization;

namespace Crisis.Core.Watching;

/// <summary>Times as files and requests write them: ISO 8601 (a space for the T is fine), UTC when no offset is given.</summary>
public static class UtcTime
{
    /// <summary>The instant in UTC, or null when the text is none.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && text.IndexOfAnyInRange('0', '9') >= 0
        && text.Trim().Length >= 8
            ? time
            : null;

    /// <summary>The shortest ISO 8601 form with <c>Z</c>; fractions of a second only when there are any.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}

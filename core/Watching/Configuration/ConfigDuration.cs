using System.Globalization;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Durations as people write them: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
public static class ConfigDuration
{
    /// <summary>The duration, or null when the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty) return null;
        var sum = TimeSpan.Zero;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || digits > 6) return null;
            var number = int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            TimeSpan? part = rest[digits] switch
            {
                's' => TimeSpan.FromSeconds(number),
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => null,
            };
            if (part is null) return null;
            sum += part.Value;
            rest = rest[(digits + 1)..];
        }

        return sum;
    }

    /// <summary>The shortest text that <see cref="Parse"/> reads back.</summary>
    public static string Format(TimeSpan duration)
    {
        string text = "";
        if (duration.Days > 0) text += $"{duration.Days}d";
        if (duration.Hours > 0) text += $"{duration.Hours}h";
        if (duration.Minutes > 0) text += $"{duration.Minutes}m";
        if (duration.Seconds > 0) text += $"{duration.Seconds}s";
        return text.Length == 0 ? "0m" : text;
    }
}

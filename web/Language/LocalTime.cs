using System.Globalization;

namespace Crisis.Web.Language;

/// <summary>Writes instants as a person in one time zone reads them.</summary>
public sealed class LocalTime
{
    private readonly Words _words;
    private readonly TimeZoneInfo _zone;

    public LocalTime(Words words, string zone)
    {
        _words = words;
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
    }

    public string Zone => _zone.Id;

    public DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>Hour and minute.</summary>
    public string Clock(DateTimeOffset instant) => At(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and clock, such as <c>2 Mar 11:15</c>.</summary>
    public string DayClock(DateTimeOffset instant) => At(instant).ToString("d MMM HH:mm", _words.Culture);

    /// <summary>Only the clock when it is the same local day as <paramref name="now"/>.</summary>
    public string Near(DateTimeOffset instant, DateTimeOffset now) =>
        At(instant).Date == At(now).Date ? Clock(instant) : DayClock(instant);

    public string Full(DateTimeOffset instant) => At(instant).ToString("d MMMM yyyy dddd HH:mm", _words.Culture);

    /// <summary>As <c>datetime</c> attributes want it.</summary>
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its two largest units, such as <c>1 h 5 min</c>.</summary>
    public string Span(TimeSpan span)
    {
        var minutes = (long)Math.Max(0, Math.Floor(span.TotalMinutes));
        if (minutes < 60) return _words.Of("time.minutes", minutes);
        var hours = minutes / 60;
        if (hours < 24) return minutes % 60 == 0 ? _words.Of("time.hours", hours) : _words.Of("time.hours-minutes", hours, minutes % 60);
        return hours % 24 == 0 ? _words.Of("time.days", hours / 24) : _words.Of("time.days-hours", hours / 24, hours % 24);
    }
}

using System.Globalization;
using Crisis.Core.Language;

namespace Crisis.Web.Language;

/// <summary>Writes instants as a person in one time zone reads them.</summary>
public sealed class LocalTime(Words words, string zone)
{
    private readonly Wording _wording = Wording.For(words.Language, zone);

    public string Zone => _wording.Zone.Id;

    public DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _wording.Zone);

    /// <summary>Hour and minute.</summary>
    public string Clock(DateTimeOffset instant) => _wording.Clock(instant);

    /// <summary>Day and month, such as <c>2 March</c>.</summary>
    public string Day(DateTimeOffset instant)
    {
        var local = At(instant);
        return $"{local.Day.ToString(CultureInfo.InvariantCulture)} {_wording.Say($"month.{local.Month.ToString(CultureInfo.InvariantCulture)}")}";
    }

    /// <summary>Day and clock, such as <c>2 March 11:15</c>.</summary>
    public string DayClock(DateTimeOffset instant) => $"{Day(instant)} {Clock(instant)}";

    /// <summary>Only the clock when it is the same local day as <paramref name="now"/>.</summary>
    public string Near(DateTimeOffset instant, DateTimeOffset now) =>
        At(instant).Date == At(now).Date ? Clock(instant) : DayClock(instant);

    /// <summary>Such as <c>2 March 2026</c>.</summary>
    public string Date(DateTimeOffset instant) => _wording.Day(instant);

    /// <summary>With the year.</summary>
    public string Full(DateTimeOffset instant) => _wording.Time(instant);

    /// <summary>As <c>datetime</c> attributes want it.</summary>
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its two largest units, such as <c>1 h 5 min</c>.</summary>
    public string Span(TimeSpan span) => _wording.Duration(span);
}

using System.Globalization;

namespace Crisis.Core.Response;

/// <summary>
/// Hours such as <c>Mon-Fri 09:00-18:00, Sat 10:00-14:00</c>: local times, the end not included. A span whose end is
/// not after its beginning reaches into the next day (<c>Fri 22:00-06:00</c>); without times it is the whole day.
/// </summary>
public sealed class WorkingHours
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly List<Span> _spans = [];

    private WorkingHours()
    {
    }

    private readonly record struct Span(DayOfWeek Day, TimeSpan From, TimeSpan To);

    /// <summary>Reads hours; false when they cannot be understood.</summary>
    public static bool TryParse(string text, out WorkingHours hours)
    {
        ArgumentNullException.ThrowIfNull(text);
        hours = new WorkingHours();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (from, to) = (TimeSpan.Zero, TimeSpan.FromDays(1));
            if (words.Length is 0 or > 2 || !TryDays(words[0], out var days)) return false;
            if (words.Length == 2 && !TryTimes(words[1], out from, out to)) return false;
            hours._spans.AddRange(days.Select(day => new Span(day, from, to <= from ? to + TimeSpan.FromDays(1) : to)));
        }

        return hours._spans.Count > 0;
    }

    /// <summary>Whether a local time lies within.</summary>
    public bool Contains(DateTime local) => _spans.Exists(s => Inside(s, local.Date, local) || Inside(s, local.Date.AddDays(-1), local));

    /// <summary>Beginnings of spans on a local day, in order.</summary>
    public IEnumerable<DateTime> Beginnings(DateOnly day) =>
        _spans.Where(s => s.Day == day.DayOfWeek).Select(s => day.ToDateTime(TimeOnly.MinValue) + s.From).Order();

    private static bool Inside(Span span, DateTime day, DateTime local) =>
        span.Day == day.DayOfWeek && local >= day + span.From && local < day + span.To;

    private static bool TryDays(string word, out List<DayOfWeek> days)
    {
        days = [];
        var ends = word.Split('-');
        if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last) return false;
        for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            days.Add(day);
            if (day == last) return true;
        }
    }

    private static DayOfWeek? Day(string word)
    {
        var at = Array.FindIndex(Days, d => d.Equals(word, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : (DayOfWeek)at;
    }

    private static bool TryTimes(string word, out TimeSpan from, out TimeSpan to)
    {
        (from, to) = (default, default);
        var ends = word.Split('-');
        return ends.Length == 2 && TryTime(ends[0], out from) && TryTime(ends[1], out to);
    }

    private static bool TryTime(string word, out TimeSpan time)
    {
        if (word == "24:00")
        {
            time = TimeSpan.FromDays(1);
            return true;
        }

        return TimeSpan.TryParseExact(word, @"h\:mm", CultureInfo.InvariantCulture, out time);
    }
}

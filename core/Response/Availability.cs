namespace Crisis.Core.Response;

/// <summary>
/// When a person of a roster may be called: hours, holidays and absences in the watch's zone. Somebody without hours
/// is always on duty, holidays included.
/// </summary>
public sealed class Availability(CrisisPlan plan)
{
    private const int DaysAhead = 21;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);

    /// <summary>On leave on that local day.</summary>
    public bool Away(Person person, DateTimeOffset at) => Away(person, DateOnly.FromDateTime(Local(at)));

    /// <summary>Within hours, no holiday, not on leave.</summary>
    public bool OnDuty(Person person, DateTimeOffset at)
    {
        var local = Local(at);
        var day = DateOnly.FromDateTime(local);
        if (Away(person, day)) return false;
        if (person.Hours is null || !WorkingHours.TryParse(person.Hours, out var hours)) return true;
        return !plan.Holidays.Contains(day) && hours.Contains(local);
    }

    /// <summary>Quiet hours hold back everything but severity 1; leave holds back that too.</summary>
    public bool MayCall(Person person, int severity, DateTimeOffset at) =>
        severity == 1 ? !Away(person, at) : OnDuty(person, at);

    /// <summary>When the person comes on duty next, within three weeks; null when not.</summary>
    public DateTimeOffset? NextDuty(Person person, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(person);
        var today = DateOnly.FromDateTime(Local(after));
        var hours = person.Hours is not null && WorkingHours.TryParse(person.Hours, out var parsed) ? parsed : null;
        for (var day = today; day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            // Somebody without hours comes back when leave ends.
            foreach (var begin in hours?.Beginnings(day) ?? [day.ToDateTime(TimeOnly.MinValue)])
            {
                var at = Utc(begin);
                if (at > after && OnDuty(person, at)) return at;
            }
        }

        return null;
    }

    private static bool Away(Person person, DateOnly day) => person.Away.Any(a => day >= a.From && day <= a.To);

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).DateTime;

    // A local time that the clocks skip in spring is taken an hour later.
    private DateTimeOffset Utc(DateTime local)
    {
        if (_zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, _zone));
    }
}

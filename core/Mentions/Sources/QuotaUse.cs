namespace Crisis.Core.Mentions.Sources;

/// <summary>How much of a pool is used in the period from <see cref="From"/> to <see cref="Until"/> (UTC), and until when it is shut.</summary>
internal sealed record QuotaUse(DateTimeOffset From, DateTimeOffset Until, int Used)
{
    public DateTimeOffset? ShutUntil { get; init; }

    /// <summary>The period that holds now: the same one, or a fresh one.</summary>
    public static QuotaUse At(QuotaUse? last, QuotaLimit limit, DateTimeOffset now)
    {
        if (last is not null && now < last.Until && now >= last.From) return last;
        var (from, until) = Period(limit, now);
        return new QuotaUse(from, until, 0) { ShutUntil = last?.ShutUntil > now ? last.ShutUntil : null };
    }

    /// <summary>Null when the units may be used now, else when to ask again.</summary>
    public DateTimeOffset? Refuses(QuotaLimit limit, int units, DateTimeOffset now)
    {
        if (ShutUntil > now) return ShutUntil;
        if (Used + units > limit.Units) return Until;
        if (!limit.Paced || Used == 0) return null;
        var length = Until - From;
        var share = Math.Min(1, ((now - From) / length) + 0.05);
        if (Used + units <= limit.Units * share) return null;
        var due = From + (((double)(Used + units) / limit.Units - 0.05) * length);
        return due > now ? due : now.AddSeconds(1);
    }

    private static (DateTimeOffset From, DateTimeOffset Until) Period(QuotaLimit limit, DateTimeOffset now)
    {
        switch (limit.Period)
        {
            case QuotaPeriod.UtcMonth:
                var month = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
                return (month, month.AddMonths(1));
            case QuotaPeriod.PacificDay:
                var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
                var day = TimeZoneInfo.ConvertTime(now, zone).Date;
                return (Midnight(day, zone), Midnight(day.AddDays(1), zone));
            default:
                return (now, now + limit.Window);
        }
    }

    private static DateTimeOffset Midnight(DateTime day, TimeZoneInfo zone) =>
        new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
}

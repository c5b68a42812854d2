namespace Crisis.Core.Mentions.Sources;

/// <summary>A published limit: at most so many units in a period.</summary>
public sealed record QuotaLimit(int Units, QuotaPeriod Period)
{
    /// <summary>How long a <see cref="QuotaPeriod.Window"/> is.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>
    /// Spread over the period: at any time not more than the elapsed share and a twentieth is granted, so that a day's
    /// budget isn't gone by noon.
    /// </summary>
    public bool Paced { get; init; }

    /// <summary>When the period that holds now ends, UTC.</summary>
    public DateTimeOffset EndOf(DateTimeOffset now) => QuotaUse.At(null, this, now).Until;

    /// <summary>A window of a length, beginning with its first use.</summary>
    public static QuotaLimit Every(TimeSpan window, int units) => new(units, QuotaPeriod.Window) { Window = window };
}

namespace Crisis.Core.Detection.Volume;

/// <summary>What a watch says about its volume. Nothing here has to be set for the detector to work.</summary>
public sealed record VolumeOptions
{
    public static VolumeOptions Default { get; } = new();

    /// <summary>The zone whose hours and weekdays make the season.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Times the usual volume that a planned event makes one expect; over 0, 1 without one.</summary>
    public double Expect { get; init; } = 1;

    /// <summary>
    /// Fewer mentions than this in a quarter of an hour are no surge, however rare they are; five twelfths of them have to
    /// come in one window. For metrics that count a part of the mentions, less.
    /// </summary>
    public double LeastCount { get; init; } = 12;

    /// <summary>Divides the evidence that an alarm needs: over 1 alarms earlier, under 1 later.</summary>
    public double Sensitivity { get; init; } = 1;
}

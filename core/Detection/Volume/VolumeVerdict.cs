namespace Crisis.Core.Detection.Volume;

/// <summary>What the detector says of one window.</summary>
/// <param name="Score">0 to 1; from <see cref="Alarm"/> on a new event has begun. Below it while the event only lasts.</param>
/// <param name="Observed">Mentions seen.</param>
/// <param name="Expected">Mentions expected, by the most generous of the ordinary explanations.</param>
/// <param name="ExpectedLow">Lower end of the band that holds 98 of 100 ordinary windows.</param>
/// <param name="ExpectedHigh">Upper end of that band.</param>
/// <param name="Surprise">−log10 of the probability of so many or more: 3 is one window in a thousand.</param>
/// <param name="Since">Begin of the first unusual window of the running event; none when all is normal.</param>
/// <param name="Learning">Too little history for anything but the obvious.</param>
/// <param name="Silence">0 to 1; from <see cref="Alarm"/> on there are far fewer mentions than expected.</param>
public sealed record VolumeVerdict(
    double Score,
    double Observed,
    double Expected,
    double ExpectedLow,
    double ExpectedHigh,
    double Surprise,
    DateTimeOffset? Since,
    bool Learning,
    double Silence)
{
    /// <summary>The alarm, the same for every watch.</summary>
    public const double Alarm = 0.5;

    /// <summary>A new event has begun.</summary>
    public bool IsAlarm => Score >= Alarm;

    /// <summary>Far fewer mentions than expected, over several windows.</summary>
    public bool IsSilent => Silence >= Alarm;
}
